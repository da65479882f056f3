package io.github.tagsmith.desfire.originality;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.Vector;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECCurve;
import org.junit.jupiter.api.Test;

/**
 * One originality check, with BouncyCastle's curve of its own and with its generic one: medians of processor time of seven blocks
 * of 20 after eighteen to warm up. Run by the Maven profile {@code bench} only; kept results are in docs/performance-desfire.md.
 */
class OriginalityBench {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static double microseconds(BooleanSupplier check) {
        double[] blocks = new double[25];
        for (int block = 0; block < blocks.length; block++) {
            long start = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < 20; i++) {
                assertTrue(check.getAsBoolean());
            }
            blocks[block] = (THREADS.getCurrentThreadCpuTime() - start) / 20_000.0;
        }
        return Arrays.stream(blocks).skip(18).sorted().toArray()[3];
    }

    private static boolean generic(Bytes point, Bytes uid, Bytes signature) {
        ECDomainParameters domain = Generic.DOMAIN;
        ECDSASigner verifier = new ECDSASigner();
        verifier.init(false, new ECPublicKeyParameters(domain.getCurve().decodePoint(point.toArray()), domain));
        return verifier.verifySignature(
                uid.toArray(),
                new BigInteger(1, signature.slice(0, 28).toArray()),
                new BigInteger(1, signature.slice(28).toArray()));
    }

    @Test
    void printsBoth() {
        Vector vector = Vector.of("originality.json", "originality")
                .filter(known -> known.toString().equals("kpn532-ev3"))
                .findFirst()
                .orElseThrow();
        Bytes point = vector.bytes("public_key_sec1");
        Bytes uid = vector.bytes("uid");
        Bytes signature = vector.bytes("signature");
        double custom = microseconds(() -> OriginalitySignature.isRight(point, uid, signature));
        double generic = microseconds(() -> generic(point, uid, signature));
        System.out.printf(
                Locale.ROOT,
                "originality: custom curve %.0f us, generic %.0f us, ratio %.3f%n",
                custom,
                generic,
                custom / generic);
    }

    /** The same numbers in BouncyCastle's class for any prime curve. */
    private static final class Generic {

        static final ECDomainParameters DOMAIN = domain(SECNamedCurves.getByName("secp224r1"));

        private static ECDomainParameters domain(X9ECParameters known) {
            ECCurve curve = new ECCurve.Fp(
                    known.getCurve().getField().getCharacteristic(),
                    known.getCurve().getA().toBigInteger(),
                    known.getCurve().getB().toBigInteger(),
                    known.getN(),
                    known.getH());
            return new ECDomainParameters(
                    curve, curve.decodePoint(known.getG().getEncoded(false)), known.getN(), known.getH());
        }
    }
}
