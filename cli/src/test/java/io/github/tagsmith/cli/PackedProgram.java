package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.testing.OtherProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The program as a package brings it.
 *
 * @param words that start it
 * @param folder where it keeps what it writes
 * @param environment what is added to the environment
 */
record PackedProgram(List<String> words, Path folder, Map<String, String> environment) {

    private static final Path PACKAGING = Path.of(System.getProperty("tagsmith.root", ".."), "packaging");

    /** Builds a package of what Maven has built, under a umask, and returns its file. */
    static Path build(String kind, Path folder, String umask) throws IOException, InterruptedException {
        OtherProgram shell = OtherProgram.of("sh", "dash")
                .with("TAGSMITH_BUILD", "no")
                .with("JAVA_HOME", System.getProperty("java.home"));
        String build = PACKAGING.resolve(kind).resolve("build").toString();
        return Path.of(shell.run("-c", "umask $0; exec \"$@\"", umask, build, folder.toString())
                .strip());
    }

    /** Runs it, expects exit status 0, and returns what it printed. */
    String run(String... arguments) throws IOException, InterruptedException {
        Program.Run run = Launched.start(words, folder, environment, arguments).ended();
        assertEquals(0, run.exit(), run::err);
        return run.out();
    }

    /** What somebody does first who has no reader. */
    void isUsed() throws IOException, InterruptedException {
        assertTrue(run("--version").startsWith("tagsmith "));
        Path dump = folder.resolve("card.mfd");
        run("-r", "virtual:classic-1k", "classic", "dump", "-y", "-o", dump.toString());
        assertEquals(1024, Files.size(dump));
        assertTrue(run("classic", "show", dump.toString()).contains("MIFARE Classic 1K"));
        OtherProgram.of("bash", "bash").run(List.of("-n"), run("completion", "bash"));
    }

    /** That the real service is reached. */
    void listsReaders() throws IOException, InterruptedException {
        String readers = run("readers");
        assertTrue(readers.contains("Virtual PCD 00 00"), readers);
    }
}
