package io.github.tagsmith.core.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.bytes.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmartcardListTest {

    @TempDir
    private Path folder;

    private SmartcardList list() throws IOException {
        return SmartcardList.in(
                Files.writeString(
                        folder.resolve("smartcard_list.txt"),
                        "# a comment\n3B .. 80 0[12]\n\tone\n\ttwo\n\n3B 81 80 01\n\tthree\n\n3B [\n\tbroken\n\n3F 00\n\tother\n"));
    }

    @Test
    void everyFittingEntryGivesItsTexts() throws IOException {
        assertEquals(List.of("one", "two", "three"), list().find(Bytes.fromHex("3B818001")));
        assertEquals(List.of("one", "two"), list().find(Bytes.fromHex("3B828002")));
        assertEquals(List.of(), list().find(Bytes.fromHex("3B818003")));
    }

    @Test
    void theListThatPcscScanKeepsComesFirst() throws IOException {
        list();
        List<SmartcardList> installed = SmartcardList.installed(Map.of("XDG_CACHE_HOME", folder.toString()));
        assertEquals(List.of("other"), installed.get(0).find(Bytes.fromHex("3F00")));
    }

    @Test
    void unreadableListHasNoTexts() {
        assertEquals(List.of(), SmartcardList.in(folder.resolve("none")).find(Bytes.fromHex("3F00")));
    }
}
