package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tagsmith.cli.Program.Run;
import io.github.tagsmith.core.testing.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * tshark and {@code trace decode} see the same CCID messages in every capture of real traffic: packet, type, length, slot,
 * sequence number and error. Messages on interrupt endpoints are left out: tshark does not dissect those by itself.
 */
class TraceTsharkIT {

    private static final Path TSHARK = Path.of("/usr/bin/tshark");

    /** Messages of which tshark 4.0 shows no more than the type. */
    private static final Set<String> ONLY_TYPE = Set.of("69", "6A", "6D", "6E", "71", "72", "73", "84");

    @TempDir
    private Path folder;

    @BeforeAll
    static void tsharkIsThere() {
        assumeTrue(Files.isExecutable(TSHARK), "tshark is not installed");
    }

    static Stream<String> captures() {
        return TraceSamples.of("real").stream().map(row -> Json.text(row, "file"));
    }

    @ParameterizedTest
    @MethodSource("captures")
    void tsharkSeesTheSameMessages(String name) throws IOException, InterruptedException {
        Path file = TraceSamples.file(name);
        // the configuration descriptor is cut there, so tshark has to be told which device it is
        List<String> force = name.startsWith("snaplen") ? List.of("-d", "usb.device==0x10002,usbccid") : List.of();
        assertEquals(tshark(file, force), ours(file));
    }

    /** The link type of macOS, of which there is no capture. */
    @Test
    void tsharkSeesTheSameMessagesInTheFormOfMacOs() throws IOException, InterruptedException {
        Path original = TraceSamples.file("desfire-ev1-apdu-level.pcap");
        Path file = folder.resolve("darwin.pcap");
        Files.write(file, DarwinCapture.of(Files.readAllBytes(original)));
        List<String> messages = ours(file);
        assertEquals(ours(original), messages);
        assertEquals(tshark(file, List.of()), messages);
    }

    private static List<String> ours(Path file) {
        Run run = new Program().run("trace", "decode", file, "--json");
        assertEquals(0, run.exit(), run.err());
        @SuppressWarnings("unchecked")
        Map<String, Object> json = (Map<String, Object>) Json.parse(run.out());
        List<String> rows = new ArrayList<>();
        for (Map<String, Object> message : Json.objects(json, "messages")) {
            if (message.containsKey("dir") && ONLY_TYPE.contains(message.get("code"))) {
                rows.add(message.get("packet") + " " + message.get("code"));
            } else if (message.containsKey("dir")) {
                rows.add(message.get("packet") + " " + message.get("code") + " " + message.get("dwLength") + " "
                        + message.get("slot") + " " + message.get("seq") + " " + message.getOrDefault("bError", "-"));
            }
        }
        return rows;
    }

    private static List<String> tshark(Path file, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(TSHARK.toString(), "-r", file.toString(), "-Y", "usbccid"));
        command.addAll(options);
        command.addAll(List.of("-T", "fields", "-E", "separator=,", "-e", "frame.number"));
        for (String field : List.of("bMessageType", "dwLength", "bSlot", "bSeq", "bError")) {
            command.addAll(List.of("-e", "usbccid." + field));
        }
        List<String> rows = new ArrayList<>();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            out.lines().map(TraceTsharkIT::row).filter(row -> !row.isEmpty()).forEach(rows::add);
        }
        assertEquals(0, process.waitFor());
        assertFalse(rows.isEmpty());
        return rows;
    }

    private static String row(String line) {
        String[] fields = line.split(",", -1);
        int code = Integer.decode(fields[1]);
        if (code == 0x50 || code == 0x51) {
            return "";
        }
        if (fields[2].isEmpty()) {
            return fields[0] + " " + String.format("%02X", code);
        }
        String error = fields[5].isEmpty() ? "-" : String.format("%02X", Integer.decode(fields[5]));
        return fields[0] + " " + String.format("%02X", code) + " " + fields[2] + " " + Integer.decode(fields[3]) + " "
                + Integer.decode(fields[4]) + " " + error;
    }
}
