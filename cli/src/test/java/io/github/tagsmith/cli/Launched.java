package io.github.tagsmith.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program in a process of its own. */
final class Launched {

    private static final String LAUNCHER =
            "set -eu\napp='" + Path.of("target/app").toAbsolutePath() + "'\n. \"$app/start.sh\"\nrun \"$@\"\n";

    private final Process process;
    private final Path out;
    private final Path err;

    private Launched(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts the one that this build has packed, by the launcher that every package has; the rest as below. */
    static Launched start(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        return start(List.of("sh", "-c", LAUNCHER, "tagsmith"), folder, environment, arguments);
    }

    /**
     * Starts it.
     *
     * @param program the words that start it
     * @param folder where it keeps its archive and where its output goes
     * @param environment what is added to the environment
     * @param arguments the command line
     */
    static Launched start(List<String> program, Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> words = new ArrayList<>(program);
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
