package io.github.tagsmith.cli;

import io.github.tagsmith.cli.command.Interrupt;
import io.github.tagsmith.cli.terminal.StandardOutput;
import io.github.tagsmith.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Runs what users run, on software cards and with nothing shown, while the JVM takes down what it loads: the archive that is made
 * of it lets the program start fast.
 */
public final class Rehearsal {

    private static final String ATR = "3B8F8001804F0CA000000306030001000000006A";

    /** A capture of a USB reader that was made for this project, the sample split-bulk-and-zlp. */
    private static final String CAPTURE = "rehearsal.pcap";

    private static final String RECORDED = "card.pcapng";

    /** The dump of a card with a directory and NDEF. */
    private static final String TAG = "tag.mfd";

    /** The state of a DESFire card. */
    private static final String CARD = "card.desfire";

    private static final List<String> TEXTS = List.of(
            "atr " + ATR,
            "explain atr " + ATR,
            "explain sw 6982",
            "--json explain sw 6982",
            "explain desfire AE",
            "explain apdu 90BD0000070100000020000000 919D",
            "explain apdu 00A4040007D276000085010100",
            "explain apdu 905A00000300000000",
            "completion bash",
            "classic acl decode FF0780");

    private Rehearsal() {}

    /**
     * Runs it.
     *
     * @param arguments a folder for the files that are written, and, if not everything is to be run, the part: text for what is
     *     answered from tables, file for what needs no card otherwise, with files that the whole has written before
     * @throws IOException if the folder cannot be written to
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("XDG_STATE_HOME", arguments[0]);
        Terminal terminal =
                new Terminal(new BufferedReader(Reader.nullReader()), nothing(), nothing(), false, environment);
        Terminal.system();
        copyCapture(folder);
        Files.deleteIfExists(folder.resolve(CARD));
        for (String line : lines(arguments.length == 1 ? "" : arguments[1], folder)) {
            Main.run(terminal, line.split(" ", -1));
        }
        Interrupt.exit(0);
    }

    private static void copyCapture(Path folder) throws IOException {
        try (InputStream capture = Objects.requireNonNull(Rehearsal.class.getResourceAsStream(CAPTURE))) {
            Files.copy(capture, folder.resolve(CAPTURE), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<String> lines(String part, Path folder) {
        return switch (part) {
            case "text" -> TEXTS;
            case "file" -> joined(TEXTS, files(folder));
            default -> joined(classic(folder), desfire(folder), others(folder), files(folder), TEXTS);
        };
    }

    @SafeVarargs
    private static List<String> joined(List<String>... parts) {
        List<String> joined = new ArrayList<>();
        for (List<String> part : parts) {
            joined.addAll(part);
        }
        return joined;
    }

    private static List<String> files(Path folder) {
        String card = folder.resolve("card").toString();
        String dump = card + ".mfd";
        String show = "classic show ";
        String convert = "classic convert -y " + dump + " ";
        return List.of(
                show + dump,
                "--json " + show + dump,
                show + folder.resolve(TAG),
                convert + card + ".nfc",
                show + card + ".nfc",
                convert + card + ".eml",
                show + card + ".eml",
                convert + card + ".mct",
                show + card + ".mct",
                convert + card + ".json",
                show + card + ".json",
                "classic diff " + dump + " " + dump,
                "trace decode " + folder.resolve(RECORDED),
                "trace decode " + folder.resolve(CAPTURE),
                "--json trace decode " + folder.resolve(CAPTURE),
                "desfire sdm verify https://example.com/?u=04DEADBEEF0080&c=000001&m=FEE02E215A7F00B9");
    }

    private static List<String> classic(Path folder) {
        String card = "-r virtual:classic-1k ";
        String dump = folder.resolve("card.mfd").toString();
        String ndef = "-y -r virtual:classic-1k@" + folder.resolve(TAG) + " classic ndef ";
        return List.of(
                "readers",
                card + "readers",
                card + "info",
                card + "apdu FFCA000000=9000",
                card + "classic info",
                card + "classic dump -y -o " + dump,
                card + "classic read 4",
                card + "classic write -y 4 00112233445566778899AABBCCDDEEFF",
                card + "classic restore --dry-run " + dump,
                ndef + "format",
                ndef + "write --uri https://example.com",
                ndef + "read");
    }

    private static List<String> desfire(Path folder) {
        String desfire = "-r virtual:desfire-ev3@" + folder.resolve(CARD) + " desfire ";
        String inside = " --app 123456 --auth 0:default";
        return List.of(
                "-r virtual:desfire-ev3 desfire app list --auth 0:default --method d40",
                desfire + "info",
                desfire + "app list",
                desfire + "app create 123456 --keys 2 --algorithm aes --auth 0:default",
                desfire + "file create 1 --type std --size 32 --comm full --rights 0,0,0,0" + inside,
                desfire + "file write 1 00112233" + inside,
                desfire + "file read 1" + inside,
                desfire + "file list" + inside);
    }

    private static List<String> others(Path folder) {
        String card = "-r virtual:classic-1k ";
        return List.of(
                card + "--trace=" + folder.resolve(RECORDED) + " classic read 4",
                card + "--json classic dump -y -o " + folder.resolve("card.mfd"),
                "--json -r virtual:desfire-ev3@" + folder.resolve(CARD) + " desfire tree",
                "script -",
                "doctor",
                "nonsense");
    }

    private static PrintStream nothing() {
        return StandardOutput.to(OutputStream.nullOutputStream());
    }
}
