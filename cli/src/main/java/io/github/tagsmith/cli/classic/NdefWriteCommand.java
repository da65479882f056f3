package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.ndef.NdefArea;
import io.github.tagsmith.classic.ndef.NdefContent;
import io.github.tagsmith.classic.ndef.TlvArea;
import io.github.tagsmith.classic.plan.PlanOptions;
import io.github.tagsmith.classic.plan.WritePlan;
import io.github.tagsmith.classic.plan.WritePlanner;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.FileContent;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.ndef.NdefMessage;
import io.github.tagsmith.core.ndef.NdefRecord;
import io.github.tagsmith.core.ndef.TextRecord;
import io.github.tagsmith.core.ndef.UriRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code classic ndef write}. */
@Command(
        name = "write",
        description = {"Write an NDEF message to a card that is prepared for it."},
        footer = {
            "%nExamples:",
            "  tagsmith classic ndef write --uri https://example.org",
            "  tagsmith classic ndef write --text Hello --lang en",
            "  tagsmith classic ndef write -i message.ndef"
        })
public final class NdefWriteCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "HEX", arity = "0..*", description = "The encoded message.")
    private List<String> hex = new ArrayList<>();

    @Option(
            names = {"-i", "--input"},
            paramLabel = "FILE",
            description = "The encoded message, as bytes.")
    @Nullable
    private Path input;

    @Option(names = "--uri", paramLabel = "URI", description = "A URI record.")
    private List<String> uris = new ArrayList<>();

    @Option(names = "--text", paramLabel = "TEXT", description = "A text record.")
    private List<String> texts = new ArrayList<>();

    @Option(
            names = "--lang",
            paramLabel = "CODE",
            defaultValue = "en",
            description = "Language of the text (default: en).")
    private String language = "en";

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Mixin
    private WriteOptions options = new WriteOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public NdefWriteCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {

        Bytes message = message();
        try (TargetCard card = TargetCard.open(context)) {
            Dump known = card.read(keys.search(context), keys.remembering());
            NdefArea area = NdefArea.of(known)
                    .orElseThrow(() -> new NfcException(ErrorKind.REFUSED, "the card is not prepared for NDEF")
                            .withHint("`tagsmith classic ndef format` does that"));
            SortedMap<BlockNo, BlockContent> wanted = NdefContent.message(area, message)
                    .orElseThrow(() -> new NfcException(
                            ErrorKind.INVALID_REQUEST,
                            "a message of " + message.length() + " bytes does not fit the card's "
                                    + area.sectors().size() + " NFC sectors"));
            WritePlan plan = new WritePlanner(card.uid(), known, PlanOptions.DATA)
                    .stage(wanted)
                    .plan();
            return new PlanExecution(context, "classic ndef write", options).run(card, plan);
        }
    }

    private Bytes message() throws NfcException {
        List<NdefRecord> records = new ArrayList<>();
        uris.forEach(uri -> records.add(new UriRecord(uri).toRecord()));
        texts.forEach(text -> records.add(new TextRecord(language, text).toRecord()));
        int given = (records.isEmpty() ? 0 : 1) + (hex.isEmpty() ? 0 : 1) + (input == null ? 0 : 1);
        if (given != 1) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "give one of HEX, -i FILE, or --uri and --text");
        }
        if (!records.isEmpty()) {
            return new NdefMessage(records).encode();
        }
        Bytes bytes = input == null ? Bytes.fromHex(String.join(" ", hex)) : FileContent.read(input, TlvArea.LONGEST);
        return NdefMessage.parse(bytes).encode();
    }
}
