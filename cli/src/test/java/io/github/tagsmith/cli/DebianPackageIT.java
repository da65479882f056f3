package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tagsmith.core.testing.OtherProgram;
import io.github.tagsmith.core.testing.PcscDaemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The Debian package of this build: checked, really installed, used by somebody who is not root, and removed. */
@ExtendWith(PcscDaemon.class)
class DebianPackageIT {

    private static final OtherProgram DPKG = OtherProgram.of("dpkg", "dpkg");
    private static final OtherProgram DPKG_QUERY = OtherProgram.of("dpkg-query", "dpkg");
    private static final Path PROGRAM = Path.of("/usr/bin/tagsmith");
    private static final Path ARCHIVES = Path.of("/var/cache/tagsmith");

    /** Listed even where dpkg is told to leave pages out, as in small images. */
    private static final List<Path> FOR_MAN_AND_SHELLS = List.of(
            Path.of("/usr/share/man/man1/tagsmith-classic-dump.1.gz"),
            Path.of("/usr/share/bash-completion/completions/tagsmith"),
            Path.of("/usr/share/zsh/vendor-completions/_tagsmith"),
            Path.of("/usr/share/fish/vendor_completions.d/tagsmith.fish"));

    @TempDir
    private static Path folder;

    private static Path file;

    @BeforeAll
    static void build() throws Exception {
        OtherProgram.of("dpkg-deb", "dpkg").assumeInstalled();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        file = PackedProgram.build("deb", folder, "022");
    }

    @Test
    void lintianFindsNoError() throws Exception {
        OtherProgram.of("lintian", "lintian").run("--allow-root", "--fail-on", "error", file.toString());
    }

    @Test
    void isTheSameFromSomebodyWhoseFilesAreTheirOwn() throws Exception {
        Path again = PackedProgram.build("deb", Files.createDirectory(folder.resolve("again")), "077");
        assertEquals(-1, Files.mismatch(file, again));
    }

    @Test
    void isInstalledUsedAndRemoved(TestReporter reporter) throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped: only root can install a package");
        List<String> installed = installed("${Package}, ${Provides}");
        assumeTrue(
                !installed.contains("tagsmith") && Files.notExists(PROGRAM), "skipped: a tagsmith is installed here");
        boolean javaIsPackaged = installed.contains("java17-runtime-headless");
        List<String> install = new ArrayList<>(List.of("-i", file.toString()));
        if (!javaIsPackaged) {
            reporter.publishEntry("installed in spite of its dependencies: the Java here is not of Debian's packages");
            install.add(0, "--force-depends");
        }
        try {
            DPKG.run(install, "");
            isUsed(javaIsPackaged);
            List<Path> files = files();
            assertTrue(files.containsAll(FOR_MAN_AND_SHELLS), files::toString);
            DPKG.run("-r", "tagsmith");
            assertEquals(List.of(), files.stream().filter(Files::isRegularFile).toList());
            assertTrue(Files.notExists(ARCHIVES));
            assertTrue(Files.notExists(Path.of("/usr/share/tagsmith")));
        } finally {
            DPKG.run("-P", "tagsmith");
        }
        assertEquals(
                List.of(),
                installed("${Package}").stream().filter("tagsmith"::equals).toList());
    }

    /** Java that is not of a package may be where only root can read. */
    private static void isUsed(boolean javaIsPackaged) throws IOException, InterruptedException {
        PackedProgram root = new PackedProgram(
                List.of(PROGRAM.toString()),
                folder,
                Map.of("JAVA_HOME", javaIsPackaged ? "" : System.getProperty("java.home")));
        PackedProgram nobody = new PackedProgram(
                List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", PROGRAM.toString()),
                folder,
                root.environment());
        assertEquals(1, archives().size(), "the archive is made at the installation");
        (javaIsPackaged ? nobody : root).isUsed();
        root.listsReaders();
        assertTrue(Files.notExists(folder.resolve("cache")), "the archive of the installation is used");
    }

    private static List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(ARCHIVES)) {
            return files.filter(archive -> archive.toString().matches(".*[.](jsa|aot)"))
                    .toList();
        }
    }

    /** Folders that others have as well are among them. */
    private static List<Path> files() throws IOException, InterruptedException {
        return DPKG.run("-L", "tagsmith").lines().map(Path::of).toList();
    }

    /** A field of all installed packages, divided at its commas. */
    private static List<String> installed(String field) throws IOException, InterruptedException {
        return DPKG_QUERY
                .run("-W", "-f", "${db:Status-Status}, " + field + "\n")
                .lines()
                .filter(line -> line.startsWith("installed, "))
                .flatMap(line -> Stream.of(line.split(", ", -1)))
                .toList();
    }
}
