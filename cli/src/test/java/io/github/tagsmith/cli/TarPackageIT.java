package io.github.tagsmith.cli;

import io.github.tagsmith.core.testing.OtherProgram;
import io.github.tagsmith.core.testing.PcscDaemon;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The archive of this build that brings its own Java, used where there is no other. */
@ExtendWith(PcscDaemon.class)
class TarPackageIT {

    @TempDir
    private Path folder;

    @Test
    void isUnpackedAndUsed() throws Exception {
        Path file = PackedProgram.build("tar", folder, "077");
        OtherProgram.of("tar", "tar").run("-C", folder.toString(), "-xzf", file.toString());
        Path place = folder.resolve(file.getFileName().toString().replace(".tar.gz", ""));
        PackedProgram program = new PackedProgram(
                List.of(place.resolve("bin/tagsmith").toString()),
                folder,
                Map.of("JAVA_HOME", "/nowhere", "TAGSMITH_ARCHIVE", "no"));
        program.isUsed();
        program.listsReaders();
    }
}
