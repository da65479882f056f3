package io.github.tagsmith.core.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.pcsc.PcscReaders;
import io.github.tagsmith.core.reader.Reader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Makes a PC/SC daemon with the vpcd driver available to a test class: one that runs already, or one that is started for the
 * test run and stopped at its end. Where the daemon or the driver is not installed the class is skipped.
 *
 * <p>The driver has two readers, empty before each test; put a card into one by connecting to its port. Test classes use them one after the other.
 */
public final class PcscDaemon implements BeforeAllCallback, BeforeEachCallback {

    /** Port of the first vpcd reader. */
    public static final int FIRST_PORT = 35963;

    /** Port of the second vpcd reader. */
    public static final int SECOND_PORT = 35964;

    private static final Path DRIVER = Path.of("/etc/reader.conf.d/vpcd");
    private static final long START_SECONDS = 20;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(PcscDaemon.class))
                .computeIfAbsent(Running.class, key -> start(), Running.class);
    }

    /** A card of the test before may be listed for a moment after it has left. */
    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        awaitEmptyReaders();
    }

    /** Waits until the service has noticed that the last card is gone. */
    public static void awaitEmptyReaders() throws NfcException {
        long end = System.nanoTime() + Duration.ofSeconds(START_SECONDS).toNanos();
        try (PcscReaders readers = PcscReaders.open(Map.of())) {
            for (Reader reader : vpcdReaders(readers.list())) {
                while (reader.status().cardPresent()) {
                    if (System.nanoTime() > end) {
                        fail(reader.name() + " still holds a card after " + START_SECONDS + " s");
                    }
                    pause();
                }
            }
        }
    }

    private static Running start() {
        if (vpcdReaderIsListed()) {
            return new Running(null);
        }
        Path program = program();
        assumeTrue(program != null, "skipped: pcscd is not installed (Debian: apt install pcscd)");
        assumeTrue(
                Files.exists(DRIVER),
                "skipped: the vpcd driver is not installed (Debian: apt install vsmartcard-vpcd)");
        return start(program);
    }

    private static Running start(Path program) {
        Running running;
        try {
            running = new Running(new ProcessBuilder(program.toString(), "-f")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            return fail("cannot start " + program, e);
        }
        long end = System.nanoTime() + Duration.ofSeconds(START_SECONDS).toNanos();
        while (!vpcdReaderIsListed()) {
            if (System.nanoTime() > end) {
                running.close();
                return fail(program + " lists no vpcd reader after " + START_SECONDS + " s");
            }
            pause();
        }
        return running;
    }

    private static Path program() {
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
        return Stream.of(path.split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, "pcscd"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    private static boolean vpcdReaderIsListed() {
        try (PcscReaders readers = PcscReaders.open(Map.of())) {
            return vpcdReaders(readers.list()).size() >= 2;
        } catch (NfcException e) {
            if (e.kind() == ErrorKind.NO_SERVICE) {
                return false;
            }
            return fail(e);
        }
    }

    /** The reader of the vpcd driver that listens on {@link #FIRST_PORT}. */
    public static Reader first(List<Reader> readers) {
        return vpcdReader(readers, 0);
    }

    /** The reader of the vpcd driver that listens on {@link #SECOND_PORT}. */
    public static Reader second(List<Reader> readers) {
        return vpcdReader(readers, 1);
    }

    private static Reader vpcdReader(List<Reader> readers, int slot) {
        return vpcdReaders(readers).get(slot);
    }

    /** In the order of the list, which is that of the slots. */
    private static List<Reader> vpcdReaders(List<Reader> readers) {
        return readers.stream()
                .filter(reader -> reader.name().startsWith("Virtual PCD"))
                .toList();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail("interrupted", e);
        }
    }

    /** The daemon of this test run; null if somebody else runs it. Closed by JUnit at the end of the run. */
    private record Running(Process process) implements AutoCloseable {

        @Override
        public void close() {
            if (process == null) {
                return;
            }
            process.destroy();
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            }
        }
    }
}
