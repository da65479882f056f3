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
import java.nio.file.Path;
import java.util.Map;
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

    private int run(boolean outIsTerminal, boolean interactive, Map<String, String> environment, String line) {
        return run(StandardOutput.to(out), outIsTerminal, interactive, environment, line);
    }

    private int run(
            PrintStream data,
            boolean outIsTerminal,
            boolean interactive,
            Map<String, String> environment,
            String line) {
        Terminal terminal = new Terminal(
                new BufferedReader(new StringReader("")),
                data,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                interactive,
                environment,
                outIsTerminal,
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
        assertEquals(0, run(terminal, false, Map.of("NO_COLOR", noColor), show(options)));
        assertEquals(coloured, shown().contains(ESCAPE), shown());
        assertEquals("", said());
    }

    @ParameterizedTest
    @CsvSource({"true, '', true", "false, '', false", "true, '-q ', false", "true, '--json ', false"})
    void progressIsForTerminalsAndEndsClean(boolean interactive, String options, boolean expected) {
        String dump = "-r virtual:classic-1k classic dump -o " + folder.resolve("card.mfd");
        assertEquals(0, run(false, interactive, Map.of(), options + dump));
        assertEquals(expected, said().contains("\rblocks read 16/64"), said());
        assertFalse(shown().contains("\r"), shown());
        if (expected) {
            assertTrue(said().contains("\r" + ESCAPE + "[K"), said());
            assertFalse(said().substring(said().lastIndexOf('\r')).contains("blocks"), said());
        }
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
        assertEquals(0, run(pipe, false, false, Map.of(), show("")));
        assertEquals("", said());
        assertEquals(
                0,
                run(pipe, false, false, Map.of(), "trace decode --all " + TraceSamples.file("acr122u-classic.pcap")));
        assertEquals(0, run(pipe, false, false, Map.of(), "-r virtual:classic-1k watch"));
        assertEquals("", said());
    }

    @ParameterizedTest
    @CsvSource({"--version", "classic --help", "atr 3B8F8001804F0CA000000306030001000000006A", "completion bash"})
    void outputThatIsLostIsNoSuccess(String line) {
        StandardOutput disk = StandardOutput.to(endingWith("No space left on device"));
        assertEquals(2, run(disk, false, false, Map.of(), line));
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
                "7 | -r virtual:classic-1k classic format",
                "7 | -r virtual:classic-1k classic write 7 FFFFFFFFFFFF00000000FFFFFFFFFFFF",
                "8 | atr 3B8F80",
                "8 | -r replay:SAMPLE info"
            })
    void exitStatusSaysWhatHappened(int status, String line) {
        Map<String, String> environment = Map.of("TAGSMITH_PCSC_LIBRARY", NOWHERE);
        String sample = Program.sample("made-ndef-uri-1k.mfd").toString();
        assertEquals(status, run(false, false, environment, line.replace("SAMPLE", sample)), said());
        assertFalse(said().contains("\tat "), said());
    }
}
