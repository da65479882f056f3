package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.classic.model.ValueBlock;
import io.github.tagsmith.classic.plan.SectorReading;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code classic read}. */
@Command(
        name = "read",
        description = {"Read one block. Of a trailer, key A reads as zeros."},
        footer = {"%nExample:", "  tagsmith classic read 4 --key A0A1A2A3A4A5 --type B"})
public final class ReadCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            paramLabel = "BLOCK",
            index = "0",
            converter = BlockConverter.class,
            description = "The block, counted through the card.")
    private BlockNo block = new BlockNo(0);

    @Mixin
    private KeyChoice choice = new KeyChoice();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ReadCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {

        try (TargetCard card = TargetCard.open(context, null)) {
            Dump known = new SectorReading(card.access(), choice.type(), choice.key(context))
                    .read(block.sector(), block.isTrailer() ? List.of() : List.of(block));
            Bytes data = shown(known);
            Fields fields = new Fields("classic read")
                    .with("card", card.json())
                    .with("block", block.value())
                    .with("data", data.toHex())
                    .with("apdus", card.exchanges());
            ValueBlock.decode(data).ifPresent(value -> fields.with("value", value.value()));
            context.output().show(fields.line(data.toHex()));
            return ExitCode.OK.status();
        }
    }

    /** As the card shows it: keys that are keys are zeros. */
    private Bytes shown(Dump known) throws NfcException {
        BlockContent content = known.block(block);
        boolean readable = block.isTrailer() ? known.accessBytes(block.sector()).isPresent() : content.isComplete();
        if (!readable) {
            throw new NfcException(
                    ErrorKind.REFUSED,
                    "block " + block + " may not be read with key " + choice.type() + ", by the sector's access bits");
        }
        Bytes zeros = Bytes.zeros(ClassicKey.LENGTH);
        boolean keyBShown =
                known.accessBits(block.sector()).map(bits -> !bits.keyBUsable()).orElse(false);
        Bytes bytes = content.bytes();
        bytes = block.isTrailer() ? bytes.with(SectorTrailer.KEY_A, zeros) : bytes;
        return block.isTrailer() && !keyBShown ? bytes.with(SectorTrailer.KEY_B, zeros) : bytes;
    }
}
