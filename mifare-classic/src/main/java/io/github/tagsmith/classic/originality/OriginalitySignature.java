package io.github.tagsmith.classic.originality;

import io.github.tagsmith.core.bytes.Bytes;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;

/**
 * The originality signature: ECDSA over secp128r1 of the UID itself, taken as a number, without a hash; blocks 69 and 70.
 *
 * @param r the first half
 * @param s the second half
 */
public record OriginalitySignature(Bytes r, Bytes s) {

    /** The block with the first half; the second follows. */
    public static final int FIRST_BLOCK = 69;

    private static final int HALF = 16;

    /**
     * Checks the lengths.
     *
     * @param r 16 bytes
     * @param s 16 bytes
     */
    public OriginalitySignature {
        if (r.length() != HALF || s.length() != HALF) {
            throw new IllegalArgumentException("two halves of 16 bytes");
        }
    }

    /**
     * Whether a signer made it for a card.
     *
     * @param signer whose key
     * @param uid the card's UID
     * @return true if the signature is right
     */
    public boolean isBy(Signer signer, Bytes uid) {
        X9ECParameters curve = SECNamedCurves.getByName("secp128r1");
        ECDSASigner verifier = new ECDSASigner();
        verifier.init(
                false,
                new ECPublicKeyParameters(
                        curve.getCurve().decodePoint(signer.publicKey().toArray()), new ECDomainParameters(curve)));
        return verifier.verifySignature(uid.toArray(), number(r), number(s));
    }

    private static BigInteger number(Bytes bytes) {
        return new BigInteger(1, bytes.toArray());
    }

    /**
     * Who made it for a card.
     *
     * @param uid the card's UID
     * @return the signer, if it is one that is known
     */
    public Optional<Signer> signer(Bytes uid) {
        return Arrays.stream(Signer.values()).filter(known -> isBy(known, uid)).findFirst();
    }
}
