package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.format.Conversion;
import io.github.tagsmith.classic.format.DumpFormat;
import io.github.tagsmith.classic.format.DumpFormat.Encoded;
import io.github.tagsmith.classic.format.DumpFormats;
import io.github.tagsmith.classic.keyfile.KeyFile;
import io.github.tagsmith.classic.keyfile.KeyFileFormat;
import io.github.tagsmith.classic.keyfile.KeyFileFormats;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.DumpFiles;
import io.github.tagsmith.cli.input.FileContent;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code classic convert}. */
@Command(
        name = "convert",
        description = "Write a dump or key file in another format, and say what that format cannot.",
        footer = {
            "%nA dump can be written as a key file; a list of keys as nothing else.",
            "What is lost is listed; the exit status is 0 all the same.",
            "%nExamples:",
            "  tagsmith classic convert card.nfc card.mfd",
            "  tagsmith classic convert card.mfd card-key.bin",
            "  tagsmith classic convert card.mfd card.json --format chameleon"
        })
public final class ConvertCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "IN", description = "A dump or key file; its format is found by content.")
    private Path in = Path.of("");

    @Parameters(index = "1", paramLabel = "OUT", description = "Where to write; its ending chooses the format.")
    private Path out = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "mfd, eml, mct, json (Proxmark), json-mct, nfc (Flipper), chameleon; keys, keybin or keytable"
                    + " for the keys alone.")
    @Nullable
    private String formatId;

    @Option(names = "--dry-run", description = "Say what would be lost, and write nothing.")
    private boolean dryRun;

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ConvertCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        Optional<KeyFileFormat> keyFormat =
                formatId != null ? KeyFileFormats.ofId(formatId) : KeyFileFormats.ofFileName(out.toString());
        Optional<DumpFormat> dumpFormat =
                formatId != null ? DumpFormats.ofId(formatId) : DumpFormats.ofFileName(out.toString());
        if (keyFormat.isEmpty() && dumpFormat.isEmpty()) {
            throw unknownFormat();
        }
        Bytes content = FileContent.read(in, KeyFileFormats.MAX_FILE_SIZE);
        Encoded encoded = keyFormat.isPresent()
                ? KeyFileFormats.write(keys(content), keyFormat.get())
                : Conversion.write(dump(content), dumpFormat.orElseThrow());
        if (!dryRun) {
            context.confirmation().toWrite(out);
            FileContent.write(out, encoded.content());
        }
        String id = keyFormat
                .map(KeyFileFormat::id)
                .orElseGet(() -> dumpFormat.orElseThrow().id());
        context.output().show(new WrittenReport("classic convert", in, out, id, !dryRun, encoded.losses()));
        return 0;
    }

    private KeyFile keys(Bytes content) throws NfcException {
        Optional<KeyFileFormat> format = KeyFileFormats.recognise(content);
        if (format.isEmpty()) {
            return KeyFile.of(DumpFiles.open(in, content).dump());
        }
        try {
            KeyFile file = format.get().read(content);
            file.strict();
            return file;
        } catch (NfcException e) {
            throw DumpFiles.named(in, e);
        }
    }

    private Dump dump(Bytes content) throws NfcException {
        if (KeyFileFormats.recognise(content).isPresent()) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, in + " is a key file, and keys make no card")
                    .withHint("A key file can be written as keys, keybin or keytable");
        }
        return DumpFiles.open(in, content).dump();
    }

    private NfcException unknownFormat() {
        String known = Stream.concat(
                        DumpFormats.all().stream().map(DumpFormat::id),
                        KeyFileFormats.all().stream().map(KeyFileFormat::id))
                .sorted()
                .collect(Collectors.joining(", "));
        String what = formatId != null
                ? "there is no format called \"" + formatId + "\""
                : "the ending of " + out + " does not tell a format";
        return new NfcException(ErrorKind.INVALID_REQUEST, what).withHint("--format takes one of " + known);
    }
}
