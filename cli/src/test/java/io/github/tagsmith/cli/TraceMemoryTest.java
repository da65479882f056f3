package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A capture many times as large as the heap is decoded from a pipe. */
class TraceMemoryTest {

    private static final long SIZE = 100L << 20;
    private static final int FIRST_EXCHANGE = 243;

    @TempDir
    private Path folder;

    /** Text goes on as it comes; JSON, several times as long as the capture, waits in temporary files. */
    @ParameterizedTest
    @ValueSource(strings = {"-q", "--json"})
    void aCaptureLargerThanTheHeap(String option) throws IOException, InterruptedException {
        long size = option.equals("--json") ? SIZE / 4 : SIZE;
        byte[] pcap = Files.readAllBytes(TraceSamples.file("desfire-ev1-apdu-level.pcap"));
        CaptureMaker capture = new CaptureMaker(pcap, FIRST_EXCHANGE, size);
        Path out = folder.resolve("out");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx16m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of("trace", "decode", "-", option));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(Redirect.INHERIT)
                .start();
        long packets = capture.packets();
        try (OutputStream to = process.getOutputStream()) {
            capture.transferTo(to);
        }
        assertTrue(process.waitFor(5, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue());
        assertTrue(tail(out).contains(option.equals("--json") ? "]}" : packets + " packets"), tail(out));
    }

    private static String tail(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - 200));
            var bytes = java.nio.ByteBuffer.allocate(200);
            channel.read(bytes);
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        }
    }
}
