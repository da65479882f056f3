package io.github.tagsmith.cli;

import io.github.tagsmith.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs what users run, on software cards and with nothing shown, while the JVM takes down what it loads: the archive that is made
 * of it lets the program start fast.
 */
public final class Rehearsal {

    private static final String CARD = "-r virtual:classic-1k ";

    private Rehearsal() {}

    /**
     * Runs it.
     *
     * @param arguments a folder for the files that are written; {@code all}, or {@code plain} for what needs neither PC/SC nor picocli
     */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("XDG_STATE_HOME", arguments[0]);
        Terminal terminal =
                new Terminal(new BufferedReader(Reader.nullReader()), nothing(), nothing(), false, environment);
        String dump = folder.resolve("card.mfd").toString();
        String[] rare = {"", "nonsense", "readers", "doctor"};
        String[] plain = {
            "--version",
            "--help",
            "classic dump --help",
            "atr 3B8F8001804F0CA000000306030001000000006A",
            "explain atr 3B8F8001804F0CA000000306030001000000006A",
            "explain sw 6982",
            "classic acl decode FF0780",
            CARD + "readers",
            CARD + "info",
            CARD + "apdu FFCA000000=9000",
            CARD + "classic info",
            CARD + "classic dump -o " + dump,
            CARD + "--json classic dump -y -o " + dump,
            CARD + "classic read 4",
            "classic show " + dump,
            "--json classic show " + dump,
            "classic convert " + dump + " " + folder.resolve("card.nfc"),
            "classic diff " + dump + " " + dump,
            CARD + "classic restore --dry-run " + dump
        };
        Terminal.system();
        run(terminal, plain);
        if (arguments[1].equals("all")) {
            Main.model();
            run(terminal, rare);
        }
    }

    private static void run(Terminal terminal, String... lines) {
        for (String line : lines) {
            Main.run(terminal, line.isEmpty() ? new String[0] : line.split(" ", -1));
        }
    }

    private static PrintStream nothing() {
        return new PrintStream(OutputStream.nullOutputStream());
    }
}
