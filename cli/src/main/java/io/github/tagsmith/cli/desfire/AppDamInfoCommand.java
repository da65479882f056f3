package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.GetDelegatedInfo;
import io.github.tagsmith.desfire.model.DelegatedInfo;
import io.github.tagsmith.desfire.model.DesfireStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code desfire app dam-info}. */
@Command(
        name = "dam-info",
        description = {"What is in a place that the card's owner has given away; EV2 and later."},
        footer = {"%nExample:", "  tagsmith desfire app dam-info 1"})
public final class AppDamInfoCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            index = "0",
            paramLabel = "SLOT",
            converter = Words.NumberWord.class,
            description = "The place: 0 to 65535.")
    private int slot = 0;

    @Mixin
    private CardOptions card = new CardOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public AppDamInfoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        GetDelegatedInfo question = Arguments.checked(() -> new GetDelegatedInfo(slot));
        return card.workAtCardLevel(context, target -> {
            DelegatedInfo info = ask(target, question);
            context.output()
                    .show(target.fields("desfire app dam-info")
                            .with("slot", slot)
                            .with("version", info.slot().version())
                            .with("quota", info.slot().quota())
                            .with("freeBlocks", info.freeBlocks())
                            .with("aid", info.aid().toString())
                            .with("apdus", target.exchanges())
                            .line("slot " + slot + ", version " + info.slot().version() + ": application " + info.aid())
                            .line(info.freeBlocks() + " of " + info.slot().quota() + " blocks of 32 bytes are free"));
            return ExitCode.OK.status();
        });
    }

    /** What a card says of a place that nobody was given is written nowhere. */
    private DelegatedInfo ask(TargetCard target, GetDelegatedInfo question) throws NfcException {
        try {
            return target.channel().send(question);
        } catch (NfcException refused) {
            boolean parameter = RefusalText.status(refused)
                    .filter(DesfireStatus.PARAMETER_ERROR::equals)
                    .isPresent();
            throw parameter
                    ? new NfcException(refused.kind(), refused.getMessage())
                            .withCode(refused.code().orElse(0))
                            .withHint("there may be no application in slot " + slot)
                            .withCause(refused)
                    : refused;
        }
    }
}
