package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.arguments.ArgumentRow;
import io.github.tagsmith.cli.arguments.CommandTable;
import io.github.tagsmith.cli.arguments.NotPlainException;
import io.github.tagsmith.cli.command.GlobalOptions;
import io.github.tagsmith.cli.manual.Manual;
import io.github.tagsmith.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.Reader;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A plain call leaves the same in a command's fields as picocli does. */
class PlainCallTest {

    private static final Terminal NOWHERE =
            new Terminal(new BufferedReader(Reader.nullReader()), System.out, System.err, false, Map.of());

    static List<String> commands() {
        return Manual.commands(CommandModel.whole()).stream()
                .filter(command -> command.getCommand() instanceof Callable && !command.isStopAtPositional())
                .map(command -> command.getCommandSpec().qualifiedName())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasATable(String command) {
        assertTrue(CommandTable.find(command.replace(' ', '/')).isPresent(), command);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commandIsSetAsPicocliSetsIt(String command) throws Exception {
        List<ArgumentRow> rows =
                CommandTable.find(command.replace(' ', '/')).orElseThrow().rows();
        List<String> words = List.of(command.split(" ", -1)).subList(1, command.split(" ", -1).length);
        List<String> needed = new ArrayList<>(words);
        List<String> everything = new ArrayList<>(words);
        List<String> attached = new ArrayList<>(words);
        for (ArgumentRow row : rows) {
            boolean parameter = row.names().get(0).chars().allMatch(Character::isDigit);
            List<String> given = parameter ? List.of(sample(row)) : option(row);
            if (row.required()) {
                needed.addAll(given);
            }
            everything.addAll(given);
            if (row.kind() == ArgumentRow.Kind.PARAMETERS || row.kind() == ArgumentRow.Kind.VALUES) {
                everything.addAll(given);
            }
            String name = row.names().get(row.names().size() - 1);
            attached.addAll(given.size() == 2 && name.startsWith("--") ? List.of(name + "=" + given.get(1)) : given);
        }
        List<String> before = new ArrayList<>(List.of("--json", "-r", "virtual:hello"));
        before.addAll(needed);
        CommandLine model = CommandModel.whole();
        for (List<String> line : List.of(needed, everything, attached, before)) {
            assertSame(model, line.toArray(String[]::new));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"readers -qy", "-qy readers", "-q readers -vy", "explain sw 6982 -qy"})
    void aClusterOfFlagsIsReadAsPicocliReadsIt(String line) throws Exception {
        assertSame(CommandModel.whole(), line.split(" ", -1));
    }

    private static List<String> option(ArgumentRow row) {
        String name = row.names().get(0);
        return row.kind() == ArgumentRow.Kind.FLAG ? List.of(name) : List.of(name, sample(row));
    }

    /** Words for options whose converters take no number. */
    private static final Map<String, String> SAMPLES = Map.ofEntries(
            Map.entry("Words$AidWord", "123456"),
            Map.entry("Words$DfNameWord", "ndef"),
            Map.entry("Words$RightsWord", "0,1,free,never"),
            Map.entry("Words$BytesWord", "01"),
            Map.entry("CardOptions$MethodChoice", "auto"),
            Map.entry("CardOptions$FramingWord", "native"),
            Map.entry("TransferOption$FormWord", "binary"),
            Map.entry("ModeOption$ModeWord", "mac"),
            Map.entry("SdmOffsets$Word", "uid=7,mac=20"),
            Map.entry("SdmRights$Word", "2,3,free"));

    private static String sample(ArgumentRow row) {
        String known = SAMPLES.get(row.converter().substring(row.converter().lastIndexOf('.') + 1));
        if (known != null) {
            return known;
        }
        try {
            Object[] constants = Class.forName(row.type()).getEnumConstants();
            return constants == null ? "1" : constants[0].toString().toLowerCase(Locale.ROOT);
        } catch (ClassNotFoundException primitive) {
            return "1";
        }
    }

    /** The model's fields are set anew by each line. */
    private static void assertSame(CommandLine model, String... line) throws Exception {
        PlainCall call = PlainCall.of(NOWHERE, line);
        model.parseArgs(line);
        Object top = model.getCommand();
        CommandLine chosen = model;
        while (chosen.getParseResult().subcommand() != null) {
            chosen = chosen.getParseResult().subcommand().commandSpec().commandLine();
        }
        assertEquals(chosen.getCommand().getClass(), call.command().getClass(), String.join(" ", line));
        assertEquals(fields(chosen.getCommand()), fields(call.command()), String.join(" ", line));
        assertEquals(fields(((Tagsmith) top).options), fields(call.options()), String.join(" ", line));
    }

    private static Map<String, String> fields(Object owner) throws IllegalAccessException {
        Map<String, String> values = new TreeMap<>();
        for (Field field : owner.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            if (field.isAnnotationPresent(Option.class) || field.isAnnotationPresent(Parameters.class)) {
                values.put(field.getName(), String.valueOf(field.get(owner)));
            } else if (field.isAnnotationPresent(Mixin.class) && field.getType() != GlobalOptions.class) {
                values.put(field.getName(), fields(field.get(owner)).toString());
            }
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--help",
                "readers --help",
                "nonsense",
                "classic",
                "classic-read 4",
                "classic/read 4",
                "../tagsmith/readers",
                "readers -vv",
                "readers -qr",
                "readers -qh",
                "readers --json=false",
                "readers --json --json",
                "readers more",
                "--key 1 classic dump",
                "classic read",
                "classic read -1",
                "classic read --key",
                "classic read 4 --type Q",
                "classic read 4 -- 5"
            })
    void whatIsNotPlainIsLeftToPicocli(String line) {
        assertThrows(NotPlainException.class, () -> PlainCall.of(NOWHERE, line.split(" ", -1)));
    }
}
