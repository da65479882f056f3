package io.github.tagsmith.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that is not ours, installed by a package of Debian. A test that needs one skips, and says so, where it is missing.
 *
 * @param name its name in /usr/bin
 * @param debianPackage the package that brings it
 * @param environment variables it is given
 */
public record OtherProgram(String name, String debianPackage, Map<String, String> environment) {

    private static final int LIMIT_SECONDS = 60;

    public OtherProgram {
        environment = Map.copyOf(environment);
    }

    public static OtherProgram of(String name, String debianPackage) {
        return new OtherProgram(name, debianPackage, Map.of());
    }

    public OtherProgram with(String variable, String value) {
        Map<String, String> all = new HashMap<>(environment);
        all.put(variable, value);
        return new OtherProgram(name, debianPackage, all);
    }

    /** Skips the test where it is missing. */
    public void assumeInstalled() {
        assumeTrue(
                Files.isExecutable(program()),
                "skipped: " + name + " is not installed (Debian: apt install " + debianPackage + ")");
    }

    private Path program() {
        return Path.of("/usr/bin", name);
    }

    /** Runs it, expects exit status 0, and returns what it printed on both streams. */
    public String run(List<String> arguments, String input) throws IOException, InterruptedException {
        assumeInstalled();
        List<String> command = new ArrayList<>(List.of(program().toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(input);
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), name + " does not end");
        assertEquals(0, process.exitValue(), said);
        return said;
    }

    public String run(String... arguments) throws IOException, InterruptedException {
        return run(List.of(arguments), "");
    }
}
