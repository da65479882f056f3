package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.DeleteApplication;
import io.github.tagsmith.desfire.model.Aid;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code desfire app delete}. */
@Command(
        name = "delete",
        description = {"Delete an application with all its files."},
        footer = {"%nExample:", "  tagsmith desfire app delete 123456 --auth 0:default"})
public final class AppDeleteCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            paramLabel = "AID",
            converter = Words.AidWord.class,
            description = "The application: 6 hexadecimal digits.")
    private Aid application = Aid.PICC;

    @Mixin
    private CardOptions card = new CardOptions();

    @Mixin
    private WriteOptions options = new WriteOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public AppDeleteCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        if (application.isPicc()) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "000000 is the card itself; `desfire format` empties it");
        }
        return card.workAtCardLevel(context, target -> {
            return options.applyAsking(
                    context,
                    target,
                    target.fields("desfire app delete").with("deleted", application.toString()),
                    new Deed("delete", "deleted", "application " + application + " and its files"),
                    () -> target.channel().send(new DeleteApplication(application)));
        });
    }
}
