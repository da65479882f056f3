package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tagsmith.cli.input.SoftwareCards;
import io.github.tagsmith.core.testing.PcscDaemon;
import io.github.tagsmith.core.testing.VpcdCard;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The shells as somebody meets them: a process on a pseudo-terminal of 80 columns (util-linux's script), and the real service. */
@ExtendWith(PcscDaemon.class)
class ShellTerminalIT {

    private static final Path SCRIPT = Path.of("/usr/bin/script");
    private static final String READER = "Virtual PCD 00 00";
    private static final String SECOND_READER = "Virtual PCD 00 01";
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";
    private static final int SECONDS = 60;

    @TempDir
    private Path folder;

    private @Nullable Process process;
    private int seen;

    @BeforeEach
    void needsATerminal() {
        assumeTrue(
                Files.isExecutable(SCRIPT), "skipped: " + SCRIPT + " is not installed (Debian: apt install bsdutils)");
    }

    private void start(String arguments) throws IOException {
        String command = "stty rows 24 cols 80; exec '" + Path.of(System.getProperty("java.home"), "bin", "java")
                + "' -cp '" + System.getProperty("java.class.path")
                + "' -Dtagsmith.tty=012 io.github.tagsmith.cli.Main " + arguments;
        ProcessBuilder builder = new ProcessBuilder(SCRIPT.toString(), "-qec", command, "/dev/null");
        builder.environment().put("XDG_STATE_HOME", folder.toString());
        builder.environment().put("TERM", "xterm");
        process = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("screen").toFile())
                .start();
    }

    private Process process() {
        return Objects.requireNonNull(process);
    }

    private void type(String keys) throws IOException {
        OutputStream terminal = process().getOutputStream();
        terminal.write(keys.getBytes(StandardCharsets.UTF_8));
        terminal.flush();
    }

    /** Waits until something new is on the screen. */
    private void await(String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        String screen = screen();
        while (screen.indexOf(text, seen) < 0) {
            assertTrue(System.nanoTime() < end, () -> "\"" + text + "\" does not come");
            TimeUnit.MILLISECONDS.sleep(50);
            screen = screen();
        }
        seen = screen.indexOf(text, seen) + text.length();
    }

    private String screen() throws IOException {
        return Files.readString(folder.resolve("screen"), StandardCharsets.ISO_8859_1);
    }

    private void ends(int status) throws Exception {
        assertTrue(process().waitFor(SECONDS, TimeUnit.SECONDS), screen());
        assertEquals(status, process().exitValue(), screen());
    }

    @Test
    void whatHasNoEndIsStoppedAndTheReaderIsLeftUsable() throws Exception {
        try (VpcdCard card = VpcdCard.present(SoftwareCards.open("classic-1k").picc(), PcscDaemon.FIRST_PORT)) {
            Objects.requireNonNull(card);
            start("-r '" + READER + "' shell");
            await("tagsmith> ");
            type("watch\r");
            await("card-inserted");
            type(CTRL_C);
            await("tagsmith> ");
            type("info\r");
            await("MIFARE Classic 1K");
            await("tagsmith> ");
            type("-r '" + SECOND_READER + "' --wait 60 info\r");
            await("Waiting for a card");
            type(CTRL_C);
            await("tagsmith> ");
            type("classic read 4\r");
            await("00000000000000000000000000000000");
            await("tagsmith> ");
            type(CTRL_C + CTRL_D);
            ends(0);
            assertEquals(0, Program.withPcsc().run("-r", READER, "info").exit());
        }
    }

    @Test
    void completionHistoryAndSecrets() throws Exception {
        start("-r virtual:desfire-ev2 shell");
        await("tagsmith> ");
        type("desf\tapp cr\t123456 --keys 2 --auth 0:default\r");
        await("created application 123456");
        await("tagsmith> ");
        type("desfire file list --app 12\t--auth 0:-\r");
        await("Key: ");
        type("00000000000000000000000000000000\r");
        await("tagsmith> ");
        type("desfire key version 1 --auth 1:00112233445566778899AABBCCDDEEFF\r");
        await("91AE");
        await("tagsmith> ");
        type("desfire app list\r");
        await("123456");
        await("tagsmith> ");
        type("exit\r");
        ends(0);
        String history = Files.readString(folder.resolve("tagsmith").resolve("shell-history"));
        assertTrue(history.contains("desfire app list"), history);
        assertFalse(history.contains("0011") || history.contains("0000000000"), history);
        assertFalse(screen().contains("0000000000"), "what is asked for without echo is not seen");
    }

    @Test
    void jshellHasReaderAndCard() throws Exception {
        start("-r virtual:classic-1k jshell");
        await("jshell> ");
        type("card.transmit(hex(\"FFCA000000\"))\r");
        await("DEADBEEF9000");
        await("jshell> ");
        type("/exit 3\r");
        ends(3);
    }
}
