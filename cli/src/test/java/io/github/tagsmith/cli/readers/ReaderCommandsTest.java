package io.github.tagsmith.cli.readers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Main;
import io.github.tagsmith.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderCommandsTest {

    /** What a command line ends with and shows. */
    private record Outcome(int status, String out, String err) {}

    private static Outcome run(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new BufferedReader(Reader.nullReader()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                environment);
        int status = Main.run(terminal, arguments);
        return new Outcome(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Outcome on(String dialect, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "--json";
        all[1] = "-r";
        all[2] = "virtual:classic-1k,dialect=" + dialect;
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return run(Map.of(), all);
    }

    @ParameterizedTest
    @CsvSource({
        "acr122u, ACR122U207",
        "acr1252, ACR1252U_V105",
        "identiv-utrust, 1.5.0",
        "omnikey5023, 1.3.1",
    })
    void infoShowsDialectAndFirmware(String dialect, String firmware) {
        Outcome outcome = on(dialect, "reader", "info");
        assertEquals(0, outcome.status(), outcome.out());
        assertTrue(outcome.out().contains("\"dialect\":\"" + dialect + "\""), outcome.out());
        assertTrue(outcome.out().contains("\"firmware\":\"" + firmware + "\""), outcome.out());
    }

    @Test
    void settingsAreChanged() {
        assertTrue(on("acr122u", "reader", "led", "red").out().contains("\"answer\":\"01\""));
        assertEquals(0, on("acr122u", "reader", "buzzer", "--ms", "300").status());
        assertTrue(on("acr1252", "reader", "set", "polling", "8B").out().contains("\"answer\":\"8B\""));
        assertEquals(0, on("identiv-utrust", "reader", "set", "polling", "off").status());
        assertEquals(0, on("springcard", "reader", "led", "92").status());
    }

    @ParameterizedTest
    @CsvSource({
        "acr122u, reader led purple, 2", "acr122u, reader set nothing 1, 2", "omnikey5x21, reader led 01, 1",
        "identiv, reader buzzer, 1", "nobody, reader info, 2", "acr122u, reader buzzer --ms 90000, 2"
    })
    void whatAReaderDoesNotHaveIsRefused(String dialect, String command, int status) {
        Outcome outcome = on(dialect, command.split(" ", -1));
        assertEquals(status, outcome.status(), outcome.out());
        assertTrue(outcome.out().contains("\"hint\":") || outcome.out().contains("90000"), outcome.out());
    }

    @ParameterizedTest
    @CsvSource({
        "'load key, by slot', true, true, false", "'load key, by type', false, false, true",
        "'read three blocks', false, true, false", "'PN53x firmware version', true, false, false"
    })
    void probeTellsWhichFormsWork(String form, boolean acr122u, boolean acr1252, boolean identiv) {
        Map<String, Boolean> expected = Map.of("acr122u", acr122u, "acr1252", acr1252, "identiv", identiv);
        expected.forEach((dialect, works) -> {
            String out = on(dialect, "reader", "probe").out();
            int at = out.indexOf("\"form\":\"" + form + "\"");
            assertTrue(out.indexOf("\"works\":" + works, at) == out.indexOf("\"works\":", at), dialect + out);
        });
    }

    @Test
    void infoAndReadersShowTheDialect() {
        assertTrue(on("feitian-r502", "info").out().contains("\"dialect\":\"feitian-r502\""));
        assertTrue(on("identiv", "readers").out().contains("\"dialect\":\"identiv\""));
    }

    @Test
    void theDialectCanBeChosen(@TempDir Path folder) throws IOException {
        Outcome option = run(Map.of(), "--json", "--dialect", "cherry", "-r", "virtual:classic-1k", "info");
        assertTrue(option.out().contains("\"dialect\":\"cherry\""), option.out());
        Map<String, String> variable = Map.of("TAGSMITH_DIALECT", "springcard");
        assertTrue(run(variable, "--json", "-r", "virtual:classic-1k", "info")
                .out()
                .contains("springcard"));
        assertEquals(
                2,
                run(Map.of(), "--dialect", "nobody", "-r", "virtual:classic-1k", "info")
                        .status());

        Path file = Files.createDirectories(folder.resolve("tagsmith")).resolve("dialects.conf");
        Files.writeString(file, "[mine]\nlike = acr1252\nreader = virtual:classic-1k\n");
        Map<String, String> home = Map.of("XDG_CONFIG_HOME", folder.toString());
        assertTrue(run(home, "--json", "-r", "virtual:classic-1k", "info").out().contains("\"dialect\":\"mine\""));
        Files.writeString(file, "[mine]\nlike = acr1252\nread.most = many\n");
        Outcome malformed = run(home, "-r", "virtual:classic-1k", "info");
        assertEquals(8, malformed.status());
        assertTrue(malformed.err().contains("dialects.conf, line 3: read.most wants 2 numbers"), malformed.err());
    }

    @ParameterizedTest
    @CsvSource({"info", "probe", "led", "buzzer", "set"})
    void everyCommandHasHelpWithAnExample(String command) {
        Outcome help = run(Map.of(), "reader", command, "--help");
        assertEquals(0, help.status());
        assertTrue(help.out().contains("Example:"), help.out());
    }
}
