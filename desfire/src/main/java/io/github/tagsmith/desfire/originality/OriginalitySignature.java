package io.github.tagsmith.desfire.originality;

import io.github.tagsmith.core.bytes.Bytes;
import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;

/**
 * An ECDSA signature over secp224r1 whose digest is the UID itself. BouncyCastle's curve of its own for these parameters is
 * used, which is several times as fast as the generic one, and NXP's own keys are kept, which doubles that. Source: originality.json of the vectors.
 */
public final class OriginalitySignature {

    /** Its length in bytes: r, then s. */
    public static final int LENGTH = 56;

    private static final int HALF = LENGTH / 2;

    private OriginalitySignature() {}

    /**
     * Whether a key signed a UID.
     *
     * @param point the public key, a point of 57 bytes, uncompressed
     * @param uid the UID
     * @param signature r and s, 28 bytes each
     * @return true if the signature is right
     */
    public static boolean isRight(Bytes point, Bytes uid, Bytes signature) {
        return isRight(key(point), uid, signature);
    }

    /** The same with a key that is kept, and with it the multiples of its point that BouncyCastle computed. */
    static boolean isRight(ECPublicKeyParameters key, Bytes uid, Bytes signature) {
        if (signature.length() != LENGTH) {
            throw new IllegalArgumentException("a signature has " + LENGTH + " bytes, not " + signature.length());
        }
        ECDSASigner verifier = new ECDSASigner();
        verifier.init(false, key);
        return verifier.verifySignature(uid.toArray(), number(signature.slice(0, HALF)), number(signature.slice(HALF)));
    }

    /** A point of the curve; checked. */
    static ECPublicKeyParameters key(Bytes point) {
        return new ECPublicKeyParameters(Curve.DOMAIN.getCurve().decodePoint(point.toArray()), Curve.DOMAIN);
    }

    private static BigInteger number(Bytes bigEndian) {
        return new BigInteger(1, bigEndian.toArray());
    }

    /** Loaded with the first signature only. */
    private static final class Curve {

        static final ECDomainParameters DOMAIN = domain(CustomNamedCurves.getByName("secp224r1"));

        private static ECDomainParameters domain(X9ECParameters curve) {
            return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
        }
    }
}
