package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.ndef.NdefArea;
import io.github.tagsmith.classic.ndef.NdefReading;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.FileContent;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code classic ndef read}. */
@Command(
        name = "read",
        description = {"Read the NDEF message of a card, and no more than it takes."},
        footer = {"%nExamples:", "  tagsmith classic ndef read", "  tagsmith classic ndef read -o message.ndef"})
public final class NdefReadCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the message there, as bytes.")
    @Nullable
    private Path output;

    /**
     * The command.
     *
     * @param context what it works with
     */
    public NdefReadCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {

        if (output != null) {
            context.confirmation().toWrite(output);
        }
        try (TargetCard card = TargetCard.open(context)) {
            NdefArea area = new NdefReading(card.access(), card.type())
                    .read()
                    .orElseThrow(() -> new NfcException(
                                    ErrorKind.REFUSED, "the card has no NDEF: its directory names no NFC sector")
                            .withHint("`tagsmith classic ndef format` prepares a card"));
            if (area.messages().isEmpty()) {
                throw new NfcException(ErrorKind.REFUSED, "there is no whole NDEF message in the NFC sectors");
            }
            Bytes message = area.messages().get(0);
            if (output != null) {
                FileContent.write(output, message);
            }
            Fields fields =
                    new Fields("classic ndef read").with("card", card.json()).with("ndef", NdefJson.of(area));
            NdefJson.lines(area).forEach(fields::line);
            context.output().show(fields.with("message", message.toHex()).with("apdus", card.exchanges()));
            return ExitCode.OK.status();
        }
    }
}
