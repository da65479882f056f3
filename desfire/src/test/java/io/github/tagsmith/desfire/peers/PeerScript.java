package io.github.tagsmith.desfire.peers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tagsmith.core.testing.OtherProgram;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A script of {@code peers/} that drives a card through a library that is not ours. A test that needs one skips, and says so,
 * where the system's Python lacks a module.
 *
 * @param name its file
 * @param modules what it imports
 * @param debianPackages the packages that bring them
 */
record PeerScript(String name, String modules, String debianPackages) {

    private static final Path PYTHON = Path.of("/usr/bin/python3");

    String run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException, URISyntaxException {
        assumeTrue(canImport(), "skipped: Python lacks " + modules + " (Debian: apt install " + debianPackages + ")");
        URL script = Objects.requireNonNull(PeerScript.class.getResource("/peers/" + name));
        List<String> all = new ArrayList<>(List.of(Path.of(script.toURI()).toString()));
        all.addAll(List.of(arguments));
        return new OtherProgram("python3", debianPackages, environment).run(all, "");
    }

    private boolean canImport() throws IOException, InterruptedException {
        if (!PYTHON.toFile().canExecute()) {
            return false;
        }
        Process probe = new ProcessBuilder(PYTHON.toString(), "-c", modules)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return probe.waitFor(30, TimeUnit.SECONDS) && probe.exitValue() == 0;
    }
}
