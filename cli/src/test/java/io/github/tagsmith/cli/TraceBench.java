package io.github.tagsmith.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Packets per second of {@code trace decode} and of tshark on the same capture of 1 GB, made from a real one, in turn. Run by
 * the Maven profile {@code bench} only; kept results are in docs/performance-trace.md.
 */
class TraceBench {

    private static final long SIZE = Long.getLong("tagsmith.bench.bytes", 1L << 30);
    private static final int ROUNDS = Integer.getInteger("tagsmith.bench.rounds", 3);
    private static final int FIRST_EXCHANGE = 243;

    @TempDir
    private Path folder;

    @Test
    void printsALineForEachRun() throws IOException, InterruptedException {
        Path file = folder.resolve("large.pcap");
        byte[] pcap = Files.readAllBytes(TraceSamples.file("desfire-ev1-apdu-level.pcap"));
        CaptureMaker capture = new CaptureMaker(pcap, FIRST_EXCHANGE, SIZE);
        try (OutputStream out = Files.newOutputStream(file)) {
            capture.transferTo(out);
        }
        System.out.printf("%d packets, %d bytes%n", capture.packets(), Files.size(file));
        Map<String, List<String>> contestants = contestants(file.toString());
        for (int round = 1; round <= ROUNDS; round++) {
            for (Map.Entry<String, List<String>> each : contestants.entrySet()) {
                double[] seconds = run(each.getValue());
                System.out.printf(
                        Locale.ROOT,
                        "round %d  %-22s %7.1f s  %7.1f s of processor  %9.0f packets/s  %9.0f packets/s of processor%n",
                        round,
                        each.getKey(),
                        seconds[0],
                        seconds[1],
                        capture.packets() / seconds[0],
                        capture.packets() / seconds[1]);
            }
        }
    }

    /** The launcher's own options; tshark with the fields that say what we say, and tshark as it lists packets by itself. */
    private static Map<String, List<String>> contestants(String file) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> ours = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m"));
        ours.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        ours.addAll(List.of("trace", "decode", file));
        all.put("trace decode", ours);
        List<String> apdus = new ArrayList<>(List.of("tshark", "-r", file, "-Y", "usbccid"));
        apdus.addAll(List.of("-d", "usbccid.subdissector,iso7816", "-T", "fields"));
        for (String field : List.of(
                "frame.number",
                "frame.time_relative",
                "usbccid.bMessageType",
                "usbccid.bSlot",
                "iso7816.apdu.cla",
                "iso7816.apdu.ins",
                "iso7816.apdu.sw1",
                "data.data")) {
            apdus.addAll(List.of("-e", field));
        }
        all.put("tshark, APDU fields", apdus);
        all.put("tshark, packet list", List.of("tshark", "-r", file));
        return all;
    }

    /** Seconds by the clock, and of the processor. */
    private static double[] run(List<String> command) throws IOException, InterruptedException {
        List<String> timed = new ArrayList<>(
                List.of("bash", "-c", "TIMEFORMAT='%R %U %S'; time \"$@\" >/dev/null 2>/dev/null", "bash"));
        timed.addAll(command);
        Process process = new ProcessBuilder(timed).start();
        String[] times = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split(" ", -1);
        if (process.waitFor() != 0) {
            throw new IOException(command + " ended with " + process.exitValue());
        }
        return new double[] {Double.parseDouble(times[0]), Double.parseDouble(times[1]) + Double.parseDouble(times[2])};
    }
}
