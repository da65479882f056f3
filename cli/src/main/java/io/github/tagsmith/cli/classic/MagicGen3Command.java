package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.MagicGen3;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.plan.Block0;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code classic magic gen3}. */
@Command(
        name = "gen3",
        description = {"Write block 0 of a card that takes it by an APDU (a clone known as gen3)."},
        footer = {"%nExample:", "  tagsmith classic magic gen3 01020304040804006263646566676869"})
public final class MagicGen3Command implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "HEX", arity = "1..*", description = "The new block 0, 16 bytes.")
    private List<String> hex = new ArrayList<>();

    @Option(names = "--lock", description = "Make it unchangeable afterwards, for good; asks for the UID.")
    private boolean lock;

    @Mixin
    private WriteOptions options = new WriteOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public MagicGen3Command(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {

        Bytes block0 = Bytes.fromHex(String.join(" ", hex));
        if (block0.length() != ClassicType.BLOCK_LENGTH) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "a block has 16 bytes, not " + block0.length());
        }
        try (TargetCard card = TargetCard.open(context)) {
            Optional<String> flaw = Block0.flaw(block0, card.uid().length());
            if (flaw.isPresent()) {
                throw new NfcException(ErrorKind.UNSAFE, flaw.get() + "; nothing was written");
            }
            Fields fields =
                    new Fields("classic magic gen3").with("card", card.json()).with("dryRun", options.dryRun());
            if (options.dryRun()) {
                context.output().show(fields.line("block 0 of " + card.uid().toHex() + " would be written"));
                return ExitCode.OK.status();
            }
            consent(card);
            MagicGen3 magic = new MagicGen3(card.connection().channel());
            magic.writeBlock0(block0);
            if (lock) {
                magic.lock();
            }
            context.output()
                    .show(fields.with("locked", lock).line("block 0 was written; it counts from the next reset on"));
            return ExitCode.OK.status();
        }
    }

    private void consent(TargetCard card) throws NfcException {
        String uid = card.uid().toHex();
        context.confirmation().to("Write block 0 of the card " + uid + "?");
        boolean typed = !lock
                || uid.equalsIgnoreCase(options.confirmedUid())
                || context.confirmation().uidTyped(card.uid(), "Block 0 could never be changed again");
        if (!typed) {
            throw new NfcException(ErrorKind.UNSAFE, "block 0 could never be changed again; nothing was written")
                    .withHint("Type the card's UID, or give it with --confirm-uid");
        }
    }
}
