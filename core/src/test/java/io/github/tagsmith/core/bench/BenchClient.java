package io.github.tagsmith.core.bench;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.pcsc.PcscReaders;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.ShareMode;
import java.lang.management.ManagementFactory;
import java.util.Map;

/** Our client of the benchmark, with the arguments and the output of client.c, and the garbage of an exchange on standard error. */
public final class BenchClient {

    private BenchClient() {}

    public static void main(String[] arguments) throws Exception {
        Bytes command = Bytes.fromHex(arguments[0].equals("256") ? "00B0000000" : "00A4040000");
        int warm = Integer.parseInt(arguments[1]);
        long[] times = new long[Integer.parseInt(arguments[2])];
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (PcscReaders readers = PcscReaders.open(Map.of());
                Card card = readers.list().get(0).connect(ShareMode.SHARED)) {
            for (int i = 0; i < warm; i++) {
                card.transmit(command);
            }
            long before = threads.getCurrentThreadAllocatedBytes();
            int length = 0;
            for (int i = 0; i < times.length; i++) {
                long start = System.nanoTime();
                length = card.transmit(command).length();
                times[i] = System.nanoTime() - start;
            }
            if (length != (arguments[0].equals("256") ? 258 : 2)) {
                throw new IllegalStateException("an answer of " + length + " bytes: not the card of the benchmark");
            }
            long each = (threads.getCurrentThreadAllocatedBytes() - before) / times.length;
            int answer = 16 + (16 + length + 7) / 8 * 8;
            System.err.println(each - answer);
        }
        StringBuilder text = new StringBuilder();
        for (long time : times) {
            text.append(time).append('\n');
        }
        System.out.print(text);
    }
}
