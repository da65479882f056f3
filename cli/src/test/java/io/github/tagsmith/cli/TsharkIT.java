package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Wireshark's tshark reads, without options, in the captures that we write. */
class TsharkIT {

    private static final String SELECT = "00A404000AA00000006203010C0601";

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsTshark() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/tshark")), "tshark is not installed");
    }

    private static List<List<String>> tshark(Path capture, String... fields) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/tshark", "-r", capture.toString(), "-T", "fields"));
        for (String field : fields) {
            command.addAll(List.of("-e", field));
        }
        Path error = Files.createTempFile("tshark", ".err");
        Process process =
                new ProcessBuilder(command).redirectError(error.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), Files.readString(error));
        return out.lines().map(line -> List.of(line.split("\t", -1))).toList();
    }

    private Path record(String name, String... words) {
        Path capture = folder.resolve(name);
        List<Object> line = new ArrayList<>(List.of("trace", "record", capture, "--"));
        line.addAll(List.of(words));
        Program.Run run = new Program().run(line.toArray());
        assertTrue(Files.exists(capture), run.err());
        return capture;
    }

    @Test
    void eachCommandAndAnswerIsOnePacketWithDirectionAndMeaning() throws IOException, InterruptedException {
        Path capture = record("hello.pcapng", "-r", "virtual:hello", "apdu", SELECT, "00000000", "FFCA000000");
        List<List<String>> packets = tshark(
                capture,
                "frame.number",
                "exported_pdu.p2p_dir",
                "frame.protocols",
                "frame.comment",
                "frame.interface_name",
                "_ws.malformed",
                "frame.len");
        assertEquals(7, packets.size());
        assertEquals("ATR", packets.get(0).get(3));
        for (int i = 1; i < packets.size(); i++) {
            List<String> packet = packets.get(i);
            assertEquals(i % 2 == 1 ? "0" : "1", packet.get(1), packet.toString());
            assertTrue(packet.get(2).contains("iso7816"), packet.toString());
            assertEquals("virtual:hello", packet.get(4));
            assertEquals("", packet.get(5));
        }
        assertTrue(packets.get(1).get(3).startsWith("iso7816.select by=name value=A00000006203010C0601"));
        assertEquals("pcsc.get-uid", packets.get(5).get(3));
    }

    @Test
    void tsharkDissectsTheSameBytes() throws IOException, InterruptedException {
        Path capture = record("hello.pcapng", "-r", "virtual:hello", "apdu", SELECT, "00000000");
        List<List<String>> packets = tshark(
                capture,
                "iso7816.apdu.cla",
                "iso7816.apdu.ins",
                "iso7816.apdu.body",
                "iso7816.apdu.sw1",
                "iso7816.apdu.sw2",
                "iso7816.resp_to");
        assertEquals("0x00", packets.get(1).get(0));
        assertEquals("0xa4", packets.get(1).get(1));
        assertEquals("a00000006203010c0601", packets.get(1).get(2));
        assertEquals(List.of("0x90", "0x00", "2"), packets.get(2).subList(3, 6));
        assertEquals("48656c6c6f20776f726c6421", packets.get(4).get(2));
        assertEquals(List.of("0x90", "0x00", "4"), packets.get(4).subList(3, 6));
    }

    @Test
    void aWholeDumpHasEveryExchangeAndNoKey() throws IOException, InterruptedException {
        Path capture = record(
                "dump.pcapng",
                "-r",
                "virtual:classic-mini",
                "classic",
                "dump",
                "-o",
                folder.resolve("d.mfd").toString());
        List<List<String>> packets = tshark(capture, "exported_pdu.p2p_dir", "iso7816.apdu.sw1", "frame.comment");
        // 27 exchanges, as the guide has it, and the ATR
        assertEquals(1 + 2 * 27, packets.size());
        long answers =
                packets.stream().filter(packet -> packet.get(1).equals("0x90")).count();
        assertEquals(27, answers);
        String bytes = new String(Files.readAllBytes(capture), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("\u00ff".repeat(6) + "\u0000"), "the default key is in the capture");
        assertFalse(bytes.contains("FFFFFFFFFFFF"));
    }

    @Test
    void aCaptureThatWasCutOffBetweenBlocksIsReadable() throws IOException, InterruptedException {
        Path whole = record("hello.pcapng", "-r", "virtual:hello", "apdu", SELECT, "00000000");
        byte[] content = Files.readAllBytes(whole);
        int end = 0;
        for (int blocks = 0; blocks < 4; blocks++) {
            end += ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(end + 4);
        }
        Path cut = Files.write(folder.resolve("cut.pcapng"), Arrays.copyOf(content, end));
        assertEquals(2, tshark(cut, "frame.number").size());
    }
}
