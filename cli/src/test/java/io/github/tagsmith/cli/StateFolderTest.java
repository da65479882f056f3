package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.cli.input.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

    @TempDir
    private Path home;

    @Test
    void whatIsWrittenIsReadAgainAndNobodyElsesBusiness() throws IOException {
        StateFolder folder = new StateFolder(Map.of("HOME", home.toString()));
        assertEquals(Optional.empty(), folder.read("readers"));
        folder.write("readers", "known");
        assertEquals(Optional.of("known"), new StateFolder(Map.of("HOME", home.toString())).read("readers"));
        Path kept = home.resolve(".local/state/tagsmith");
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
    }

    @Test
    void withoutAHomeNothingIsKept() {
        StateFolder folder = new StateFolder(Map.of());
        folder.write("readers", "known");
        assertEquals(Optional.empty(), folder.read("readers"));
    }

    @Test
    void folderThatCannotBeMadeIsNoError() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");
        StateFolder folder = new StateFolder(Map.of("XDG_STATE_HOME", file.toString()));
        folder.write("readers", "known");
        assertEquals(Optional.empty(), folder.read("readers"));
    }
}
