package io.github.tagsmith.core.pcsc;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PcscReadersTest {

    @Test
    void aLibraryThatIsNotThereIsNoService() {
        NfcException failure = assertFails(ErrorKind.NO_SERVICE, () -> open("libno-such-thing.so.7"));
        assertTrue(failure.getMessage().contains("tried libno-such-thing.so.7"), failure.getMessage());
        assertTrue(failure.hint().orElseThrow().contains("TAGSMITH_PCSC_LIBRARY"));
    }

    @Test
    void aFileThatIsNoLibraryIsNoService(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("libfake.so"), "not a library");
        NfcException failure = assertFails(ErrorKind.NO_SERVICE, () -> open(file.toString()));
        assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
    }

    @Test
    void aLibraryWithoutTheFunctionsIsNoService() {
        String libraryOfTheJvm = Path.of(System.getProperty("java.home"), "lib", System.mapLibraryName("java"))
                .toString();
        NfcException failure = assertFails(ErrorKind.NO_SERVICE, () -> open(libraryOfTheJvm));
        assertTrue(failure.getMessage().contains(libraryOfTheJvm), failure.getMessage());
    }

    private static void open(String library) throws NfcException {
        PcscReaders.open(Map.of("TAGSMITH_PCSC_LIBRARY", library)).close();
    }
}
