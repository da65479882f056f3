package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tagsmith.cli.manual.Manual;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What is written about the commands, given to the programs that it is for; where one is missing, its test is skipped. */
class WrittenManualTest {

    @TempDir
    private Path folder;

    private static boolean installed(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private String run(String... command) throws IOException, InterruptedException {
        assumeTrue(installed(command[0]), command[0] + " is not installed");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    private String script(String shell) throws IOException {
        Path file = folder.resolve("completion." + shell);
        Files.writeString(file, new Program().run("completion", shell).out());
        return file.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "tagsmith cla > classic|",
                "tagsmith classic du > dump|",
                "tagsmith --json classic dump --key > --keys|--key|",
                "tagsmith -r virtual:hel > hello|",
                "tagsmith -r AC > ACS\\ ACR122U|",
                "tagsmith -r virtual:hello classic va > value|",
                "tagsmith --color a > auto|always|",
                "tagsmith classic value g > get|",
                "tagsmith classic show ca > card.mfd|",
                "tagsmith emulate he > hello|",
                "tagsmith completion z > zsh|"
            })
    void bashCompletes(String line, String expected) throws Exception {
        Files.createFile(folder.resolve("card.mfd"));
        String body =
                "tagsmith() { echo '0: ACS ACR122U'; }; source \"$1\"; COMP_LINE=$2; COMP_POINT=${#2}; _tagsmith; printf '%s|' \"${COMPREPLY[@]}\"";
        assertEquals(expected, run("bash", "--norc", "-c", body, "bash", script("bash"), line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "tagsmith cla > classic",
                "tagsmith classic du > dump",
                "tagsmith --json classic dump --key > --key,--keys",
                "tagsmith -r virtual:hel > virtual:hello",
                "tagsmith -r AC > ACS ACR122U",
                "tagsmith --color al > always",
                "tagsmith classic show ca > card.mfd",
                "tagsmith completion z > zsh"
            })
    void fishCompletes(String line, String expected) throws Exception {
        Files.createFile(folder.resolve("card.mfd"));
        String said = run(
                "fish",
                "--no-config",
                "-c",
                "function tagsmith; echo '0: ACS ACR122U'; end; source $argv[1]; complete -C $argv[2]",
                script("fish"),
                line);
        List<String> offered = said.lines()
                .map(choice -> choice.split("\t", -1)[0])
                .filter(choice -> !choice.isEmpty())
                .sorted()
                .toList();
        assertEquals(expected, String.join(",", offered));
    }

    /** The functions that zsh's own completion calls are replaced by ones that print what they are given. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "tagsmith x > classic:MIFARE Classic.",
                "tagsmith classic x > dump:Read a whole card, with the well-known keys and those you give.",
                "tagsmith classic dump - > --no-memory:Neither use nor keep what is known of this card's keys.",
                "tagsmith -r x > virtual:hello",
                "tagsmith -r x > ACS ACR122U",
                "tagsmith --color x > always",
                "tagsmith classic show x > (files)",
                "tagsmith completion x > zsh"
            })
    void zshCompletes(String line, String expected) throws Exception {
        String body = "compdef() {}; source $1; shift;"
                + " _describe() { print -l -- ${(P)@[$#]} }; compadd() { shift; print -l -- \"$@\" }; _files() { print '(files)' };"
                + " words=(${=1}); CURRENT=$#words; tagsmith() { print '0: ACS ACR122U' }; _tagsmith; true";
        String said = run("zsh", "-fc", body, "zsh", script("zsh"), line);
        assertTrue(said.lines().toList().contains(expected), said);
    }

    @Test
    void aShellThatIsNotKnownIsRefused() {
        assertEquals(2, new Program().run("completion", "csh").exit());
    }

    @Test
    void everyPageIsCleanForManAndMandoc() throws Exception {
        Manual.main(new String[] {
            folder.resolve("classes").toString(),
            folder.resolve("help").toString(),
            folder.resolve("man").toString(),
            "2026-01-31"
        });
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder.resolve("man"))) {
            all.forEach(pages::add);
        }
        assertEquals(Manual.commands(CommandModel.whole()).size(), pages.size());
        List<String> lint = new ArrayList<>(List.of("mandoc", "-T", "lint", "-W", "warning"));
        pages.forEach(page -> lint.add(page.toString()));
        assertEquals("", run(lint.toArray(String[]::new)));
        for (Path page : pages) {
            String shown = run("man", "--warnings", "-l", page.toString());
            assertTrue(shown.contains("tagsmith"), shown);
            assertTrue(!shown.contains("warning:"), shown);
        }
    }

    /** The help that was written is the help that picocli would show. */
    @Test
    void helpIsThatOfTheCommands() {
        for (CommandLine command : Manual.commands(CommandModel.whole())) {
            String line = command.getCommandSpec().qualifiedName().substring("tagsmith".length()) + " --help";
            assertEquals(command.getUsageMessage(), new Program().runLine(line).out(), line);
        }
    }
}
