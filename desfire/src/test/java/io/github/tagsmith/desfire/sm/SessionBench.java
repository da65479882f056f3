package io.github.tagsmith.desfire.sm;

import com.sun.management.ThreadMXBean;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.crypto.Padding;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * What secure messaging costs on this machine, on one thread: a step (a command protected, its answer accepted) of every kind
 * of session, an answer of 8 KiB, and the reader's side of a handshake. Blocks of 150 ms, three to warm up and five timed ones
 * of each kernel in turn, the median of the processor time, which other work on the machine disturbs little. Run by the Maven profile {@code bench} only; kept results are in
 * docs/performance-desfire.md.
 */
class SessionBench {

    private static final int WARM_UP = 3;
    private static final int TIMED = 5;
    private static final long BLOCK_NANOS = 150_000_000L;
    private static final int FILE = 8192;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Keeps the results in use. */
    private long sink;

    private interface Step {
        int run() throws NfcException;
    }

    private record Kernel(String name, Step step) {}

    private record Cost(double nanos, double bytes) {}

    private static RawCommand read(int length) {
        String header = "01000000" + Bytes.littleEndian(length, 3).toHex();
        return RawCommand.of(Instruction.READ_DATA, header, "", CommMode.FULL).answeredBy(length);
    }

    private static Bytes answer(Session session, RawCommand command, int length) {
        Bytes data = Bytes.repeat(length, 0x11);
        if (session instanceof D40Session d40) {
            return CardAnswers.d40(d40, Padding.zeros(data.plus(CardAnswers.d40Tail(data)), 8));
        }
        if (session instanceof Ev1Session ev1) {
            Bytes sent = Bytes.of(command.instruction().code()).plus(command.header());
            int size = ev1.cipher().blockSize();
            return CardAnswers.ev1(ev1, sent, Padding.zeros(data.plus(CardAnswers.ev1Tail(data)), size));
        }
        Bytes padded = Padding.marked(data, 16);
        return session instanceof Ev2Session ev2
                ? CardAnswers.ev2(ev2, padded)
                : CardAnswers.lrp((LrpSession) session, padded);
    }

    private static Kernel reading(String name, Session session, int length) {
        RawCommand command = read(length);
        Bytes answer = answer(session, command, length);
        return new Kernel(
                name + ", full, " + length + " bytes read",
                () -> session.protect(command)
                        .awaited()
                        .accept(0, answer)
                        .data()
                        .length());
    }

    private static Kernel handshake(AuthenticationMethod method, KeyAlgorithm algorithm) {
        MemoryKey key = Keys.key(
                algorithm,
                "11".repeat(algorithm.keyLength()),
                Bytes.repeat(algorithm == KeyAlgorithm.TDEA_2 ? 8 : 16, 0x22));
        Bytes challenge = Bytes.repeat(algorithm == KeyAlgorithm.TDEA_2 ? 8 : 16, 0x33);
        return new Kernel(
                "token of " + method + ", " + algorithm,
                () -> key.answer(method, true, challenge).token().length());
    }

    private static List<Kernel> kernels() {
        List<Kernel> kernels = new ArrayList<>();
        for (int length : new int[] {32, FILE}) {
            kernels.add(reading("D40, 2K3DES", TestSessions.d40(), length));
            kernels.add(reading("EV1, 2K3DES", TestSessions.ev1(16), length));
            kernels.add(reading("EV1, 3K3DES", TestSessions.ev1(24), length));
            kernels.add(reading("EV1, AES", TestSessions.ev1Aes(), length));
            kernels.add(reading("EV2", TestSessions.ev2(0), length));
            kernels.add(reading("LRP", TestSessions.lrp(0, 1), length));
        }
        kernels.add(handshake(AuthenticationMethod.D40, KeyAlgorithm.TDEA_2));
        kernels.add(handshake(AuthenticationMethod.ISO, KeyAlgorithm.TDEA_3));
        kernels.add(handshake(AuthenticationMethod.AES, KeyAlgorithm.AES));
        kernels.add(handshake(AuthenticationMethod.EV2, KeyAlgorithm.AES));
        kernels.add(handshake(AuthenticationMethod.LRP, KeyAlgorithm.AES));
        return kernels;
    }

    @Test
    void printsALineForEachKernel() throws NfcException {
        List<Kernel> kernels = kernels();
        Cost[][] costs = new Cost[kernels.size()][WARM_UP + TIMED];
        for (int block = 0; block < WARM_UP + TIMED; block++) {
            for (int i = 0; i < kernels.size(); i++) {
                costs[i][block] = cost(kernels.get(i).step());
            }
        }
        for (int i = 0; i < kernels.size(); i++) {
            double[] nanos = Arrays.stream(costs[i])
                    .skip(WARM_UP)
                    .mapToDouble(Cost::nanos)
                    .sorted()
                    .toArray();
            System.out.printf(
                    Locale.ROOT,
                    "%-36s %12.0f ns (%.0f to %.0f) %10.0f B%n",
                    kernels.get(i).name(),
                    nanos[TIMED / 2],
                    nanos[0],
                    nanos[TIMED - 1],
                    costs[i][WARM_UP + TIMED - 1].bytes());
        }
        System.out.println("check value " + sink);
    }

    private Cost cost(Step step) throws NfcException {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long processor = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        int runs = 0;
        while (System.nanoTime() - start < BLOCK_NANOS) {
            sink += step.run();
            runs++;
        }
        double nanos = THREADS.getCurrentThreadCpuTime() - processor;
        double allocated = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        return new Cost(nanos / runs, allocated / runs);
    }
}
