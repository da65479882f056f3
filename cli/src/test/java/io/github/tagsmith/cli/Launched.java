package io.github.tagsmith.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program in a process of its own, started by the launcher that every package has. */
final class Launched {

    private static final Path APP = Path.of("target/app").toAbsolutePath();

    private final Process process;
    private final Path out;
    private final Path err;

    private Launched(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts it.
     *
     * @param folder where it keeps its archive and where its output goes
     * @param environment what is added to the environment
     * @param arguments the command line
     */
    static Launched start(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        String script = "set -eu\napp='" + APP + "'\n. \"$app/start.sh\"\nrun \"$@\"\n";
        List<String> words = new ArrayList<>(List.of("sh", "-c", script, "tagsmith"));
        words.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "run", ".out");
        Path err = Files.createTempFile(folder, "run", ".err");
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().remove("TAGSMITH_ARCHIVE");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().putAll(environment);
        builder.redirectInput(new File("/dev/null"));
        builder.redirectOutput(out.toFile());
        builder.redirectError(err.toFile());
        return new Launched(builder.start(), out, err);
    }

    /** How it ended. */
    Program.Run ended() throws IOException, InterruptedException {
        int exit = process.waitFor();
        return new Program.Run(exit, Files.readString(out), Files.readString(err));
    }
}
