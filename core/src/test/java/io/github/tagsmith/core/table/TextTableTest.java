package io.github.tagsmith.core.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextTableTest {

    @TempDir
    private Path folder;

    @AfterEach
    void noFolder() {
        System.clearProperty(TextTable.FOLDER);
    }

    @Test
    void aLineIsNeitherBlankNorAComment() {
        assertEquals(
                List.of("a b", " # c", "d"), TextTable.lines("# head\n\na b\n   \n # c\n#no\nd"), "as it stands there");
        assertEquals(List.of(), TextTable.lines(""));
    }

    @Test
    void aTableStandsBesideItsClass() {
        assertEquals(Optional.empty(), TextTable.find(TextTable.class, "nothing.txt"));
        assertThrows(IllegalStateException.class, () -> TextTable.text(TextTable.class, "nothing.txt"));
    }

    @Test
    void aFolderTakesThePlaceOfTheJar() throws Exception {
        Path place = Files.createDirectories(folder.resolve("io/github/tagsmith/core/table"));
        Files.writeString(place.resolve("some.txt"), "# µ\nµ 1\n");
        System.setProperty(TextTable.FOLDER, folder.toString());
        assertEquals(List.of("µ 1"), TextTable.lines(TextTable.class, "some.txt"));
        assertTrue(TextTable.find(TextTable.class, "other.txt").isEmpty());
    }
}
