package io.github.tagsmith.desfire.originality;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.Vector;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECCurve;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * One originality check with BouncyCastle's curve of its own and with its generic prime curve: processor time of blocks of 60
 * checks, the kernels in turn, the first block and the median of the last seven of fourteen. Which curve, and whether its cofactor is known (without it BouncyCastle multiplies
 * every public key by the order), decides more than anything else. Run by the Maven profile {@code bench} only; kept results
 * are in docs/performance-desfire.md. With {@code -Dtagsmith.bench.kernel=NAME} one kernel has the process for itself.
 */
class OriginalityBench {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int CHECKS = 60;
    private static final int BLOCKS = 14;

    private static final Vector VECTOR = Vector.of("originality.json", "originality")
            .filter(known -> known.toString().equals("kpn532-ev3"))
            .findFirst()
            .orElseThrow();
    private static final Bytes UID = VECTOR.bytes("uid");
    private static final Bytes SIGNATURE = VECTOR.bytes("signature");
    private static final Bytes POINT = VECTOR.bytes("public_key_sec1");

    private static double microseconds(BooleanSupplier check) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < CHECKS; i++) {
            assertTrue(check.getAsBoolean());
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1000.0 / CHECKS;
    }

    private static boolean generic(ECDomainParameters domain) {
        ECDSASigner verifier = new ECDSASigner();
        verifier.init(false, new ECPublicKeyParameters(domain.getCurve().decodePoint(POINT.toArray()), domain));
        return verifier.verifySignature(
                UID.toArray(),
                new BigInteger(1, SIGNATURE.slice(0, 28).toArray()),
                new BigInteger(1, SIGNATURE.slice(28).toArray()));
    }

    private static ECDomainParameters prime(@Nullable BigInteger cofactor) {
        X9ECParameters known = SECNamedCurves.getByName("secp224r1");
        ECCurve curve = new ECCurve.Fp(
                known.getCurve().getField().getCharacteristic(),
                known.getCurve().getA().toBigInteger(),
                known.getCurve().getB().toBigInteger(),
                known.getN(),
                cofactor);
        return new ECDomainParameters(
                curve, curve.decodePoint(known.getG().getEncoded(false)), known.getN(), known.getH());
    }

    private static Map<String, BooleanSupplier> kernels() {
        Map<String, BooleanSupplier> kernels = new LinkedHashMap<>();
        kernels.put("kept", () -> OriginalityKey.DESFIRE_EV3.signed(UID, SIGNATURE));
        kernels.put("decoded", () -> OriginalitySignature.isRight(POINT, UID, SIGNATURE));
        ECDomainParameters generic = prime(BigInteger.ONE);
        kernels.put("generic", () -> generic(generic));
        ECDomainParameters withoutCofactor = prime(null);
        kernels.put("generic-no-cofactor", () -> generic(withoutCofactor));
        return kernels;
    }

    @Test
    void printsAll() {
        Map<String, BooleanSupplier> kernels = kernels();
        String only = System.getProperty("tagsmith.bench.kernel", "");
        kernels.keySet().removeIf(name -> !only.isEmpty() && !name.equals(only));
        Map<String, double[]> results = new LinkedHashMap<>();
        for (int block = 0; block < BLOCKS; block++) {
            for (Map.Entry<String, BooleanSupplier> kernel : kernels.entrySet()) {
                results.computeIfAbsent(kernel.getKey(), name -> new double[BLOCKS])[block] =
                        microseconds(kernel.getValue());
            }
        }
        results.forEach((name, blocks) -> {
            List<Double> last = IntStream.range(BLOCKS / 2, BLOCKS)
                    .mapToObj(block -> blocks[block])
                    .sorted()
                    .toList();
            System.out.printf(
                    Locale.ROOT,
                    "originality %-20s first block %6.0f us, warm %6.0f us%n",
                    name,
                    blocks[0],
                    last.get(last.size() / 2));
        });
    }
}
