package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A driver that takes the card and goes away; with the real one it is {@link EmulateIT}. */
class EmulateCommandTest {

    @Test
    void theCardIsToldOnceItIsInTheReader() throws IOException {
        try (ServerSocket driver = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            new Thread(() -> acceptOnce(driver)).start();
            Run run = new Program()
                    .run("--json", "emulate", "classic-1k", "--vpcd", "127.0.0.1:" + driver.getLocalPort());
            assertEquals(3, run.exit(), run.err());
            List<String> lines = run.out().lines().toList();
            assertEquals(2, lines.size(), run.out());
            assertTrue(lines.get(0).contains("\"uid\":\"DEADBEEF\",\"atr\":\"3B8F80"), lines.get(0));
            assertTrue(lines.get(1).contains("went away"), lines.get(1));
        }
    }

    private static void acceptOnce(ServerSocket driver) {
        try {
            driver.accept().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
