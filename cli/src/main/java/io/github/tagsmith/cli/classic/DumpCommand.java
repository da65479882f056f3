package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.DumpResult;
import io.github.tagsmith.classic.format.Conversion;
import io.github.tagsmith.classic.format.DumpFormat;
import io.github.tagsmith.classic.format.DumpFormats;
import io.github.tagsmith.classic.format.Ranges;
import io.github.tagsmith.classic.keys.KeysFound;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.FileContent;
import io.github.tagsmith.cli.input.KeyMemory;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code classic dump}. */
@Command(
        name = "dump",
        description = "Read a whole card, with the well-known keys and those you give.",
        footer = {
            "%nExamples:",
            "  tagsmith -r virtual:classic-1k classic dump -o card.mfd",
            "  tagsmith classic dump -k my.keys --sector 0-2 --sector 8"
        })
public final class DumpCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write; default: the UID and the format's ending.")
    @Nullable
    private Path output;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "mfd, eml, mct, json (Proxmark), json-mct, nfc (Flipper) or chameleon; default: by the ending, else mfd,"
                            + " or eml where something is unknown.")
    @Nullable
    private String formatId;

    @Mixin
    private SectorOption wanted = new SectorOption();

    @Mixin
    private CardTypeOption size = new CardTypeOption();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public DumpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        Optional<DumpFormat> chosen = chosenFormat();
        if (output != null) {
            context.confirmation().toWrite(output);
        }
        List<ClassicKey> tried = keys.search(context);
        try (TargetCard card = TargetCard.open(context, size);
                CallOff callOff = new CallOff(context, "writing what was read")) {
            if (chosen.isPresent()) {
                Conversion.check(card.type(), chosen.get());
            }
            KeyMemory memory = card.memory(keys.remembering());
            DumpResult result = card.dump(wanted.of(card.type()), tried, memory, callOff.cancellation());
            if (result.isEmpty()) {
                throw result.interruption().orElseGet(() -> TargetCard.nothingFits(tried));
            }
            DumpFormat format = chosen.orElseGet(() -> defaultFormat(result));
            Path file = output != null ? output : freeName(result, format);
            DumpFormat.Encoded encoded = Conversion.write(result.dump(), format);
            FileContent.write(file, encoded.content());
            encoded.losses().forEach(loss -> context.output().note(file + ": " + loss));
            card.remember(memory, result.sectors(), new KeysFound(result.dump().keys(), result.interruption()));
            context.output().show(new DumpReport(result, card.exchanges(), file));
            return outcome(result).status();
        }
    }

    private Optional<DumpFormat> chosenFormat() throws NfcException {
        if (formatId != null) {
            String id = formatId;
            return Optional.of(DumpFormats.ofId(id)
                    .orElseThrow(() -> new NfcException(
                            ErrorKind.INVALID_REQUEST, "there is no dump format called \"" + id + "\"")));
        }
        Path file = output;
        return file == null ? Optional.empty() : DumpFormats.ofFileName(file.toString());
    }

    private static DumpFormat defaultFormat(DumpResult result) {
        String id = result.dump().incompleteBlocks().isEmpty() ? "mfd" : "eml";
        return DumpFormats.ofId(id).orElseThrow();
    }

    /** The UID; with a number behind it where that file exists already. */
    private static Path freeName(DumpResult result, DumpFormat format) {
        String name = result.dump().identity().uid().map(Bytes::toHex).orElse("card");
        String ending = "." + format.endings().get(0);
        Path file = Path.of(name + ending);
        for (int i = 1; Files.exists(file); i++) {
            file = Path.of(name + "-" + i + ending);
        }
        return file;
    }

    private ExitCode outcome(DumpResult result) {
        result.interruption().ifPresent(why -> context.output().note("tagsmith: " + why.getMessage()));
        if (result.incompleteBlocks().isEmpty()) {
            return ExitCode.OK;
        }
        context.output()
                .note("tagsmith: partial dump; something is unknown in blocks "
                        + Ranges.of(result.incompleteBlocks().stream()
                                .map(BlockNo::value)
                                .toList()));
        return ExitCode.PARTIAL;
    }
}
