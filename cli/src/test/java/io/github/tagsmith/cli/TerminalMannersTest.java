package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.terminal.StandardOutput;
import io.github.tagsmith.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes to a terminal and what does not, what becomes of output that cannot be written, and the exit statuses. */
class TerminalMannersTest {

    private static final String ESCAPE = "\u001b";
    private static final String NOWHERE = "/nowhere/libpcsclite.so";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String screens, Map<String, String> environment, String line) {
        return run(StandardOutput.to(out), screens, environment, line);
    }

    private int run(PrintStream data, String screens, Map<String, String> environment, String line) {
        Terminal terminal = new Terminal(
                new BufferedReader(new StringReader("")),
                data,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Terminal.Screens.named(screens),
                environment,
                InputStream.nullInputStream());
        return Main.run(terminal, line.split(" ", -1));
    }

    private String shown() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String show(String options) {
        return options + "classic show " + Program.sample("made-ndef-uri-1k.mfd");
    }

    @ParameterizedTest
    @CsvSource({
        "true,  '', '', true",
        "false, '', '', false",
        "true,  1,  '', false",
        "true,  '', '--color never ', false",
        "false, '', '--color always ', true",
        "true,  1,  '--color always ', true",
        "true,  '', '--json ', false"
    })
    void colourIsForTerminals(boolean terminal, String noColor, String options, boolean coloured) {
        assertEquals(0, run(terminal ? "1" : "", Map.of("NO_COLOR", noColor), show(options)));
        assertEquals(coloured, shown().contains(ESCAPE), shown());
        assertEquals("", said());
    }

    @Test
    void noColourIsYellowOrWhite() {
        assertEquals(0, run("1", Map.of(), show("")));
        List<String> colours = Pattern.compile(ESCAPE + "\\[[0-9;]*m")
                .matcher(shown())
                .results()
                .map(MatchResult::group)
                .toList();
        assertTrue(colours.size() > 20, shown());
        colours.forEach(colour -> assertFalse(colour.matches(".*[39][37]m"), shown()));
    }

    @ParameterizedTest
    @CsvSource({
        "02, '', true",
        "2, '', true",
        "012, '', true",
        "2p, '', true",
        "01, '', false",
        "'', '', false",
        "02, '-q ', false",
        "02, '--json ', false"
    })
    void progressIsForTerminalsAndEndsClean(String screens, String options, boolean expected) {
        String dump = "-r virtual:classic-1k classic dump -o " + folder.resolve("card.mfd");
        assertEquals(0, run(screens, Map.of(), options + dump));
        assertProgress(expected, "blocks read 16/64");
    }

    private void assertProgress(boolean expected, String line) {
        assertEquals(expected, said().contains("\r" + line), said());
        assertFalse(shown().contains("\r"), shown());
        if (expected) {
            assertTrue(said().contains("\r" + ESCAPE + "[K"), said());
            assertFalse(said().substring(said().lastIndexOf('\r')).contains(line.substring(0, 5)), said());
        }
    }

    /** Lines that come one by one, and a line that says how many are still to come, would be mixed up. */
    @ParameterizedTest
    @CsvSource({"2, '', true", "02, '', true", "012, '', false", "2p, '', false", "'', '', false", "2, ' -q', false"})
    void progressOfALongTraceStaysOutOfIt(String screens, String options, boolean expected) throws IOException {
        Path capture = folder.resolve("long.pcap");
        byte[] real = Files.readAllBytes(TraceSamples.file("acr122u-classic.pcap"));
        Files.copy(new CaptureMaker(real, 90, 1 << 20), capture);
        assertEquals(0, run(screens, Map.of(), "trace decode " + capture + options));
        assertProgress(expected, "KiB read 256/1029");
    }

    @ParameterizedTest
    @CsvSource({"read 1, bytes read 59/4096", "write 1 -i CONTENT, bytes written 47/4096"})
    void longFileIsFollowed(String verb, String line) throws IOException {
        Path content = folder.resolve("content");
        Files.write(content, new byte[4096]);
        String card = "-r virtual:desfire-ev1@" + folder.resolve("card") + " desfire ";
        String master = " --auth 0:default";
        assertEquals(0, run("", Map.of(), card + "app create 123456 --keys 1 --algorithm aes" + master));
        String file = "file create 1 --type std --size 4096 --comm plain --rights E,E,E,E --app 123456";
        assertEquals(0, run("", Map.of(), card + file + master));
        String use = "file " + verb.replace("CONTENT", content.toString()) + " --app 123456 --transfer native";
        assertEquals(0, run("2", Map.of(), card + use));
        assertProgress(true, line);
    }

    /** A stream that ends after some bytes, as a full disk and a closed pipe do. */
    private static OutputStream endingWith(String reason) {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    @Test
    void whoeverHasReadEnoughHearsNothingMore() {
        StandardOutput pipe = StandardOutput.to(endingWith("Broken pipe"));
        assertEquals(0, run(pipe, "", Map.of(), show("")));
        assertEquals("", said());
        assertEquals(0, run(pipe, "", Map.of(), "trace decode --all " + TraceSamples.file("acr122u-classic.pcap")));
        assertEquals(0, run(pipe, "", Map.of(), "-r virtual:classic-1k watch"));
        assertEquals("", said());
    }

    @ParameterizedTest
    @CsvSource({"--version", "classic --help", "atr 3B8F8001804F0CA000000306030001000000006A", "completion bash"})
    void outputThatIsLostIsNoSuccess(String line) {
        StandardOutput disk = StandardOutput.to(endingWith("No space left on device"));
        assertEquals(2, run(disk, "", Map.of(), line));
        assertEquals("tagsmith: the output could not be written: No space left on device\n", said());
    }

    /** The table of the exit statuses; 4 needs a reader without a card, {@link EmptyReaderIT}; 70 is for bugs. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | -r virtual:classic-1k info",
                "1 | -r virtual:hello apdu 00A4040000",
                "1 | -r virtual:hello classic info",
                "2 | nonsense",
                "2 | classic read",
                "2 | classic show /nowhere/card.mfd",
                "2 | -r virtual:nothing info",
                "3 | readers",
                "3 | info",
                "5 | -r virtual:classic-1k classic read 4 --key 000000000001",
                "5 | -r virtual:desfire-ev1 desfire app list --auth 0:aes:default",
                "6 | -r virtual:ntag424 desfire tree",
                "0 | -r virtual:classic-1k classic format",
                "7 | -r virtual:SAMPLE classic format",
                "7 | -r virtual:classic-1k classic write 7 FFFFFFFFFFFF00000000FFFFFFFFFFFF",
                "8 | atr 3B8F80",
                "8 | -r replay:SAMPLE info"
            })
    void exitStatusSaysWhatHappened(int status, String line) {
        Map<String, String> environment = Map.of("TAGSMITH_PCSC_LIBRARY", NOWHERE);
        String sample = Program.sample("made-ndef-uri-1k.mfd").toString();
        assertEquals(status, run("", environment, line.replace("SAMPLE", sample)), said());
        assertFalse(said().contains("\tat "), said());
    }
}
