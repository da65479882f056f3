package io.github.tagsmith.core.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.pcsc.PcscReaders;
import io.github.tagsmith.core.pcsc.nat.LibC;
import io.github.tagsmith.core.pcsc.nat.PcscLibrary;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PC/SC daemon of its own, which a test may stop, kill and start again: in a mount namespace, its socket in a folder of the
 * test, reached through a private copy of the library and PCSCLITE_CSOCK_NAME in the environment of this process. Needs root;
 * a daemon that runs already is left alone.
 */
public final class PrivatePcscd implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SOCKET_VARIABLE = "PCSCLITE_CSOCK_NAME";

    private final Path folder;
    private final PcscLibrary library;
    private @Nullable Process process;

    private PrivatePcscd(Path folder, PcscLibrary library) {
        this.folder = folder;
        this.library = library;
    }

    /** A daemon with the readers of a configuration in the syntax of reader.conf; skips the test where it cannot be. */
    public static PrivatePcscd start(String readerConf) throws IOException, NfcException {
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped: a private pcscd needs root");
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/pcscd")), "skipped: pcscd is not installed");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/unshare")), "skipped: unshare (util-linux) is not installed");
        Path folder = Files.createTempDirectory("tagsmith-pcscd");
        Files.createDirectories(folder.resolve("run"));
        Files.createDirectories(folder.resolve("conf"));
        Files.createDirectories(Path.of("/run/pcscd"));
        Files.writeString(folder.resolve("conf/readers"), readerConf);
        LibC.INSTANCE.setenv(SOCKET_VARIABLE, folder.resolve("run/pcscd.comm").toString(), 1);
        PrivatePcscd daemon = new PrivatePcscd(folder, privateCopy(folder));
        try {
            daemon.start();
        } catch (IOException | RuntimeException | Error e) {
            daemon.close();
            throw e;
        }
        return daemon;
    }

    /** One with the vpcd driver on two free ports. */
    public static PrivatePcscd startWithVpcd(int port) throws IOException, NfcException {
        Path driver = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
        assumeTrue(Files.exists(driver), "skipped: the vpcd driver is not installed (apt install vsmartcard-vpcd)");
        return start(String.format(
                "FRIENDLYNAME \"Private PCD\"%nDEVICENAME /dev/null:0x%04X%nLIBPATH %s%nCHANNELID 0x%04X%n",
                port, driver, port));
    }

    /** Two ports in a row that nobody listens on; the first of them. */
    public static int freePorts() throws IOException {
        for (int port = 41000; port < 42000; port += 2) {
            if (isFree(port) && isFree(port + 1)) {
                return port;
            }
        }
        throw new IOException("no two free ports in a row");
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** The library remembers its socket, so each daemon is reached through a library of its own. */
    private static PcscLibrary privateCopy(Path folder) throws IOException, NfcException {
        for (String original : PcscLibrary.names(Map.of())) {
            for (Path directory : new Path[] {Path.of("/"), Path.of("/usr/lib/x86_64-linux-gnu")}) {
                Path file = directory.resolve(original);
                if (file.isAbsolute() && Files.isRegularFile(file)) {
                    Path copy = Files.copy(file.toRealPath(), folder.resolve("libpcsclite-private.so"));
                    return PcscLibrary.load(Map.of(PcscLibrary.OVERRIDE, copy.toString()));
                }
            }
        }
        return fail("no libpcsclite found to copy");
    }

    /** Starts it, or starts it again. */
    public void start() throws IOException {
        String script = "mount --bind \"$0/run\" /run/pcscd && exec /usr/sbin/pcscd -f -c \"$0/conf\"";
        process = new ProcessBuilder("/usr/bin/unshare", "-m", "sh", "-c", script, folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!listsAReader()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                fail("the private pcscd lists no reader: " + Files.readString(folder.resolve("log")));
            }
            Thread.onSpinWait();
        }
    }

    private boolean listsAReader() {
        try (PcscReaders readers = readers()) {
            return !readers.list().isEmpty();
        } catch (NfcException notYet) {
            return false;
        }
    }

    public PcscReaders readers() throws NfcException {
        return PcscReaders.open(library);
    }

    public PcscLibrary library() {
        return library;
    }

    public long pid() {
        Process running = process;
        return running == null ? fail("the private pcscd does not run") : running.pid();
    }

    /** Ends it without warning. */
    public void kill() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroyForcibly();
        try {
            running.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process = null;
    }

    @Override
    public void close() throws IOException {
        kill();
        LibC.INSTANCE.unsetenv(SOCKET_VARIABLE);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
