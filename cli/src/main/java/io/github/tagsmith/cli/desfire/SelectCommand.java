package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.IsoCommands;
import io.github.tagsmith.desfire.model.IsoFileId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code desfire select}. */
@Command(
        name = "select",
        description = {"Select the card, an application or a file, and show what it says of itself."},
        footer = {
            "%nExamples:",
            "  tagsmith desfire select --app 123456",
            "  tagsmith desfire select --app-name ndef",
            "  tagsmith desfire select --app-name ndef --fid E104"
        })
public final class SelectCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = "--fid",
            paramLabel = "FID",
            converter = Words.IsoFileIdWord.class,
            description = "An ISO file identifier of 4 hexadecimal digits, in the application or, without one, on the"
                    + " card: ISO SELECT FILE.")
    @Nullable
    private IsoFileId file;

    @Mixin
    private CardOptions card = new CardOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public SelectCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return card.work(context, target -> {
            Fields fields = target.fields("desfire select").with("fid", file == null ? null : file.toString());
            String level = target.application().level();
            Bytes answer = file == null ? target.application().said() : select(target, file);
            context.output()
                    .show(fields.with("answer", answer.toHex())
                            .with("apdus", target.exchanges())
                            .line("selected " + (file == null ? "" : "file " + file + " of ") + level)
                            .line(answer.isEmpty() ? "it says nothing of itself" : "it says " + answer));
            return ExitCode.OK.status();
        });
    }

    private static Bytes select(TargetCard target, IsoFileId wanted) throws NfcException {
        boolean below = !target.application().isCardLevel();
        ResponseApdu response = target.channel()
                .transmit(below ? IsoCommands.selectElementaryFile(wanted) : IsoCommands.select(wanted));
        if (!response.isOk()) {
            throw new NfcException(
                            ErrorKind.REFUSED,
                            "there is no file " + wanted + " in "
                                    + target.application().level() + ": " + response.sw() + " "
                                    + response.sw().meaning())
                    .withCode(response.sw().value())
                    .withHint(
                            "`desfire app list --names` shows identifiers of applications; files have one if they were"
                                    + " created with --iso-fid");
        }
        return response.data();
    }
}
