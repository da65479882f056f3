package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import io.github.tagsmith.cli.manual.Manual;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What holds for every command: that it is described, that its examples are right, that a slip of the fingers is understood. */
class CommandTreeTest {

    private static final CommandLine TOP = CommandModel.whole();
    private static final int WIDTH = 80;

    static List<CommandLine> all() {
        return Manual.commands(TOP);
    }

    static List<String> names() {
        return all().stream().map(CommandTreeTest::name).toList();
    }

    static List<String> leaves() {
        return all().stream()
                .filter(command -> command.getCommand() instanceof Callable)
                .map(CommandTreeTest::name)
                .toList();
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }

    private static CommandLine command(String name) {
        return all().stream()
                .filter(each -> name(each).equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("names")
    void helpFitsAndDescribesEverything(String name) {
        CommandSpec spec = command(name).getCommandSpec();
        String[] description = spec.usageMessage().description();
        assertTrue(description[0].endsWith("."), "lists of commands show this line alone: " + description[0]);
        for (ArgSpec argument : spec.args()) {
            if (argument instanceof OptionSpec option && (option.usageHelp() || option.versionHelp())) {
                continue;
            }
            assertFalse(String.join("", argument.description()).isBlank(), argument + " is not described");
            assertFalse(argument.hidden(), argument + " is hidden");
        }
        command(name).getUsageMessage().lines().forEach(line -> assertTrue(line.length() <= WIDTH, line));
    }

    /** The example lines of a command's help, those that go on in the next line joined. */
    private static List<String> examples(String name) {
        List<String> examples = new ArrayList<>();
        String begun = "";
        boolean among = false;
        for (String line : command(name).getUsageMessage().lines().toList()) {
            among |= line.startsWith("Example");
            if (!among) {
                continue;
            }
            String whole = begun + line.strip();
            begun = whole.endsWith("\\") ? whole.substring(0, whole.length() - 1) : "";
            if (begun.isEmpty() && line.startsWith("  ")) {
                examples.add(whole);
            }
        }
        return examples;
    }

    /** The words behind {@code tagsmith}, as a shell would take the line apart. */
    private static List<String> words(String example) {
        String call = example.substring(example.indexOf("tagsmith ") + "tagsmith ".length())
                .replaceAll("[)>|].*", "")
                .strip();
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (char c : (call + " ").toCharArray()) {
            if (c == '\'' || c == '"') {
                quoted = !quoted;
            } else if (c == ' ' && !quoted) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                }
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        return words;
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void examplesAreUnderstood(String name) {
        List<String> examples = examples(name);
        boolean own = false;
        for (String example : examples) {
            assertTrue(example.contains("tagsmith "), example);
            CommandLine.ParseResult parsed = TOP.parseArgs(words(example).toArray(String[]::new));
            while (parsed.subcommand() != null) {
                parsed = parsed.subcommand();
            }
            own |= parsed.commandSpec().qualifiedName().equals(name);
        }
        assertTrue(own, "no example in the help of " + name + ": " + examples);
    }

    /** Completion knows each command and each option by its name. */
    @Test
    void completionCoversAll() {
        for (String shell : List.of("bash", "zsh", "fish")) {
            String script = new Program().run("completion", shell).out();
            for (CommandLine command : all()) {
                CommandSpec spec = command.getCommandSpec();
                assertTrue(script.contains(spec.name()), shell + ": " + name(command));
                spec.options().stream()
                        .flatMap(option -> Stream.of(option.names()))
                        .filter(option -> option.startsWith("--"))
                        .forEach(option -> assertTrue(
                                script.contains(shell.equals("fish") ? option.substring(2) : option),
                                shell + ": " + option));
            }
        }
    }

    /** Two letters exchanged, as happens. */
    private static String slip(String word) {
        int at = word.length() / 2;
        return word.substring(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.substring(at + 1);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aSlipInACommandIsUnderstood(String name) {
        List<String> words = new ArrayList<>(Arrays.asList(name.split(" ")));
        String last = words.remove(words.size() - 1);
        if (words.isEmpty() || slip(last).equals(last)) {
            return;
        }
        words.remove(0);
        words.add(slip(last));
        assertSuggested(last, words);
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void aSlipInAnOptionIsUnderstood(String name) {
        List<String> command = List.of(name.split(" ")).subList(1, name.split(" ").length);
        for (OptionSpec option : command(name).getCommandSpec().options()) {
            String wrong = "--" + slip(option.longestName().substring(2));
            if (option.inherited() || wrong.equals(option.longestName())) {
                continue;
            }
            List<String> words = new ArrayList<>(command);
            words.add(wrong);
            assertSuggested(option.longestName(), words);
            if (option.auxiliaryTypes()[0].isEnum()) {
                assertValueSuggested(command, option);
            }
        }
    }

    private static void assertValueSuggested(List<String> command, OptionSpec option) {
        for (Object constant : option.auxiliaryTypes()[0].getEnumConstants()) {
            String value = ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
            if (value.length() > 2 && !slip(value).equals(value)) {
                List<String> words = new ArrayList<>(command);
                words.addAll(List.of(option.longestName(), slip(value)));
                assertSuggested(value, words);
            }
        }
    }

    private static void assertSuggested(String right, List<String> words) {
        Run run = new Program().run(words.toArray());
        assertEquals(2, run.exit(), words + ": " + run.err());
        assertTrue(run.err().contains("Did you mean: "), words + ": " + run.err());
        assertTrue((run.err() + ",").replace("?", ",").contains(" " + right + ","), words + ": " + run.err());
        assertEquals("", run.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "clasic dump > there is no command \"clasic\"",
                "classic dmp > there is no command \"dmp\" of 'tagsmith classic'",
                "classic value > 'tagsmith classic value' needs a command: get, set, inc, dec or transfer",
                "readers more > \"more\" is one argument more than 'tagsmith readers' takes",
                "readers --jsno > there is no option --jsno of 'tagsmith readers'",
                "classic dump --kye=1 > there is no option --kye of 'tagsmith classic dump'",
                "classic read 4 --type Q > \"Q\" is no value of --type: a or b",
                "--color alwys readers > \"alwys\" is no value of --color: auto, always or never",
                "completion bsh > \"bsh\" is no value of SHELL: bash, zsh or fish"
            })
    void whatIsWrongIsSaid(String line, String sentence) {
        Run run = new Program().runLine(line);
        assertEquals(2, run.exit());
        assertEquals(
                "tagsmith: " + sentence.replace('\'', '`'),
                run.err().lines().findFirst().orElse(""));
        assertTrue(run.err().lines().count() == 2, run.err());
    }

    @Test
    void nothingNearIsLeftToTheHelp() {
        assertTrue(new Program().runLine("xyzzy").err().contains("See tagsmith --help"));
        assertTrue(new Program().runLine("classic dump -Z").err().contains("See tagsmith classic dump --help"));
    }
}
