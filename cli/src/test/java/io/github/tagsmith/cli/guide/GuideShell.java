package io.github.tagsmith.cli.guide;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the commands of a page in a fresh folder, with a home of its own. A command of ours alone is run by a {@link CommandServer}, anything
 * else by bash, where {@code tagsmith} is a program on the path.
 */
final class GuideShell {

    private static final Pattern OURS_ALONE = Pattern.compile("(?:\\./)?tagsmith( [\\w./:,@=+%-]+)*");
    private static final Pattern EXPORT = Pattern.compile("export (\\w+)=(\\S*)");

    /** What a checkout has after a build, which comes after the tests. */
    private static final String BUILT_JAR = "cli/target/app/tagsmith.jar";

    private static final long BACKGROUND_SECONDS = 30;

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final List<Process> background = new ArrayList<>();
    private final Process server;
    private final DataOutputStream requests;
    private final DataInputStream answers;

    GuideShell(Path place, boolean withService) throws IOException {
        folder = Files.createDirectory(place.resolve("page"));
        Path programs = Files.createDirectory(place.resolve("bin"));
        Path program = programs.resolve("tagsmith");
        Files.writeString(
                program, "#!/bin/sh\nexec " + String.join(" ", java("io.github.tagsmith.cli.Main")) + " \"$@\"\n");
        if (!program.toFile().setExecutable(true)) {
            fail(program + " cannot be made executable");
        }
        Files.createSymbolicLink(folder.resolve("tagsmith"), program);
        for (Path sample : GuidePage.samples()) {
            Files.copy(sample, folder.resolve(sample.getFileName().toString()));
        }
        environment.put("PATH", programs + File.pathSeparator + System.getenv("PATH"));
        environment.put("HOME", Files.createDirectory(place.resolve("home")).toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("TZ", "UTC");
        environment.put("CLASSPATH", System.getProperty("java.class.path"));
        if (!withService) {
            environment.put("TAGSMITH_PCSC_LIBRARY", "/nowhere/libpcsclite.so");
        }
        server = process(java("io.github.tagsmith.cli.guide.CommandServer"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        requests = new DataOutputStream(server.getOutputStream());
        answers = new DataInputStream(server.getInputStream());
    }

    /** The class path is in the environment. */
    private static List<String> java(String mainClass) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto"));
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.add(mainClass);
        return command;
    }

    private ProcessBuilder process(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    /** What the command prints, its errors where they come in between, and its status if that is not 0. */
    List<String> run(GuideExample example) throws IOException, InterruptedException {
        String command = example.command();
        Matcher export = EXPORT.matcher(command);
        if (export.matches()) {
            environment.put(export.group(1), export.group(2));
            return List.of();
        }
        if (example.runsOn()) {
            return runOn(example);
        }
        return OURS_ALONE.matcher(command).matches() ? ask(command) : bash(command);
    }

    private List<String> ask(String command) throws IOException {
        StringTokenizer words = new StringTokenizer(command);
        words.nextToken();
        requests.writeInt(words.countTokens());
        while (words.hasMoreTokens()) {
            requests.writeUTF(words.nextToken());
        }
        requests.writeInt(environment.size());
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            requests.writeUTF(variable.getKey());
            // The commands need no class path, and it may be too long for the form.
            requests.writeUTF(variable.getKey().equals("CLASSPATH") ? "" : variable.getValue());
        }
        requests.flush();
        int status = answers.readInt();
        return said(answers.readNBytes(answers.readInt()), status);
    }

    private List<String> bash(String command) throws IOException, InterruptedException {
        Process process = process(List.of("bash", "-c", command.replace(BUILT_JAR, "\"$CLASSPATH\"")))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        byte[] output = process.getInputStream().readAllBytes();
        return said(output, process.waitFor());
    }

    /** A command that goes on until {@link #endBackground()}: what it has printed when the first lines are as expected, or time is up. */
    private List<String> runOn(GuideExample example) throws IOException, InterruptedException {
        Path log = folder.resolveSibling("background" + background.size());
        String command = example.command();
        Process process = process(List.of("bash", "-c", "exec " + command.substring(0, command.length() - 2)))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        background.add(process);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(BACKGROUND_SECONDS);
        List<String> said = said(Files.readAllBytes(log), 0);
        while (process.isAlive() && !example.isBegunBy(said) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
            said = said(Files.readAllBytes(log), 0);
        }
        return said;
    }

    private List<String> said(byte[] output, int status) {
        String text = new String(output, StandardCharsets.UTF_8)
                .replace(folder + File.separator, "")
                .stripTrailing();
        List<String> lines = new ArrayList<>(text.lines()
                // Names of an ATR depend on whether pcsc-tools is installed.
                .filter(line -> !line.startsWith("listed"))
                .map(String::stripTrailing)
                .toList());
        if (status != 0) {
            lines.add("[exit " + status + "]");
        }
        return lines;
    }

    /** Ends what was begun with {@code &}. */
    void endBackground() throws InterruptedException {
        for (Process process : background) {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                fail("a command in the background does not end when it is told to");
            }
        }
        background.clear();
    }

    void close() throws IOException, InterruptedException {
        endBackground();
        requests.close();
        server.waitFor(20, TimeUnit.SECONDS);
        server.destroy();
    }
}
