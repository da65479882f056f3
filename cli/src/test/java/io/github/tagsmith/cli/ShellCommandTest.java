package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Keyboard.Stage;
import io.github.tagsmith.cli.Program.Run;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.command.GlobalOptions;
import io.github.tagsmith.cli.script.ShellCommand;
import io.github.tagsmith.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellCommandTest {

    private static final String TAB = "\t";
    private static final String UP = "\u001b[A";
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";

    @TempDir
    private Path state;

    private final ByteArrayOutputStream everything = new ByteArrayOutputStream();
    private final ByteArrayOutputStream out = new Part();
    private final ByteArrayOutputStream err = new Part();
    private final ByteArrayOutputStream screen = new Part();

    /** Kept by itself, and among everything else in the order in which it came. */
    private final class Part extends ByteArrayOutputStream {

        @Override
        public synchronized void write(int b) {
            super.write(b);
            everything.write(b);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            everything.write(bytes, offset, length);
        }
    }

    /** Types into the shell, a stage each time the screen has come to rest, and returns what the commands printed. */
    private String type(String... stages) throws IOException {
        return type(Stream.of(stages).map(Stage::now).toArray(Stage[]::new));
    }

    private String type(Stage... stages) throws IOException {
        Map<String, String> environment = Map.of(
                "TAGSMITH_READER", "virtual:classic-1k",
                "TAGSMITH_PCSC_LIBRARY", "/nowhere/libpcsclite.so",
                "XDG_STATE_HOME", state.toString());
        Terminal terminal = new Terminal(
                new BufferedReader(Reader.nullReader()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                true,
                environment);
        CommandContext context = new CommandContext(terminal, new GlobalOptions());
        Keyboard keyboard = new Keyboard(() -> everything.toString(StandardCharsets.UTF_8), stages);
        try (org.jline.terminal.Terminal typed =
                new ExternalTerminal("test", "ansi", keyboard, screen, StandardCharsets.UTF_8)) {
            assertEquals(0, new ShellCommand(context, new ScriptLines(), CommandModel::whole).typed(typed));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void stateOutlivesTheLine() throws IOException {
        String printed = type("apdu FF82000006FFFFFFFFFFFF\napdu FF860000050100046000\napdu FFB0000410\nexit\n");
        assertTrue(printed.endsWith("00000000000000000000000000000000 9000\n"), printed + errors());
    }

    @Test
    void tabCompletesCommandsOptionsAndReaders() throws IOException {
        String printed = type("class" + TAB + "rea" + TAB + "4 --ke" + TAB + "default\n" + "info --reader virtual:ntag"
                + TAB + "\nexit\n");
        assertTrue(printed.startsWith("00000000000000000000000000000000\n"), printed + errors());
        assertTrue(printed.contains("reader   virtual:ntag424"), printed + errors());
    }

    @Test
    void variablesAreCompleted() throws IOException {
        assertEquals("7\n", type("set block 7\necho $bl" + TAB + "\nexit\n"), errors());
    }

    @Test
    void errorEndsNothingAndHasNoLineNumber() throws IOException {
        assertEquals("on\n", type("classic read 4 --key 000000000001\necho on\nexit\n"));
        assertTrue(errors().startsWith("tagsmith: key A does not open sector 1"), errors());
    }

    @Test
    void ctrlCEmptiesTheLine() throws IOException {
        assertEquals("kept\n", type("echo thrown away", CTRL_C, "echo kept\nexit\n"), errors());
    }

    @Test
    void ctrlDLeaves() throws IOException {
        assertEquals("last\n", type("echo last\n", CTRL_D), errors());
    }

    @Test
    void openBlockIsAskedFor() throws IOException {
        assertEquals("1 DEADBEEF\n", type("foreach-card --count 1\necho $n $uid\nend\nexit\n"), errors());
        assertTrue(screen.toString(StandardCharsets.UTF_8).contains("        > "));
    }

    @Test
    void ctrlCEndsWhatHasNoEndOfItsOwn() throws IOException {
        String printed = type(
                Stage.now("watch\n"),
                Stage.after("card-inserted", CTRL_C),
                Stage.now("foreach-card\necho $uid\nend\n"),
                Stage.after("DEADBEEF", CTRL_C),
                Stage.now("echo on\nexit\n"));
        assertTrue(printed.contains("card-inserted"), printed);
        assertTrue(printed.endsWith("\nDEADBEEF\non\n"), printed);
        assertEquals("", errors().strip());
    }

    @Test
    void ctrlCTakesAnEmulatedCardOut() throws Exception {
        try (ServerSocket driver = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Stage emulate = Stage.now("emulate hello --vpcd 127.0.0.1:" + driver.getLocalPort() + "\n");
            Stage takeOut = Stage.after("Ctrl-C takes it out", CTRL_C);
            assertEquals("on\n", type(emulate, takeOut, Stage.now("echo on\nexit\n")), errors());
            try (Socket link = driver.accept()) {
                link.setSoTimeout(10_000);
                assertEquals(-1, link.getInputStream().read(), "the link is closed");
            }
        }
    }

    @Test
    void promptOfACommandIsAnsweredAndCtrlCMeansNo() throws IOException {
        Stage format = Stage.now("desfire format --auth 0:default -r virtual:desfire-ev2\n");
        String printed = type(
                format,
                Stage.after("[y/N]", "y\n"),
                Stage.after("deleted", format.keys()),
                Stage.after("[y/N]", CTRL_C),
                Stage.after("nobody confirmed it", "echo on\nexit\n"));
        assertTrue(printed.startsWith("deleted all applications"), printed + errors());
        assertTrue(printed.endsWith("\non\n"), printed);
        assertTrue(errors().contains("nobody confirmed it"), errors());
    }

    @Test
    void historyHasNoKeys() throws IOException {
        type("""
            classic read 4 --key A0A1A2A3A4A5
            classic read 5 --key default
            desfire app list --auth 0:default
            desfire app list --auth 0:aes:default
            desfire app list --auth 0:0011
            desfire app list --auth=1:2k3des:0011
            desfire app create 123456 --keys 2 --first-key=@key.txt
            desfire app create 123456 --first-key 0011
            classic keys check --key 00 11 22 33 44 55
            apdu FF82000006A0A1A2A3A4A5
            apdu FFCA000000
            apdu FF 82 00 00 06 A0 A1 A2 A3 A4 A5
            set k B0B1B2B3B4B5
            classic write 7 A0A1A2A3A4A5FF078069B0B1B2B3B4B5
            no
            exit
            """);
        String history = Files.readString(state.resolve("tagsmith").resolve("shell-history"));
        assertEquals("""
                classic read 5 --key default
                desfire app list --auth 0:default
                desfire app list --auth 0:aes:default
                desfire app create 123456 --keys 2 --first-key=@key.txt
                apdu FFCA000000
                exit
                """, history);
    }

    @Test
    void arrowBringsBackTheLineBefore() throws IOException {
        assertEquals("once\nonce\n", type("echo once\n" + UP + "\nexit\n"), errors());
    }

    @Test
    void pipeIsReadLineByLine() {
        Run run = new Program()
                .typing("info --nonsense\nforeach-card --count 1\necho $uid\nend\nhelp atr\nexit\necho unreachable\n")
                .run("-r", "virtual:classic-1k", "shell");
        assertEquals(2, run.exit());
        assertTrue(run.out().startsWith("DEADBEEF\nUsage: tagsmith atr"), run.out());
        assertFalse(run.out().contains("unreachable"), run.out());
    }
}
