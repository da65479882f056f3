package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.ClassicSession;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.classic.model.ValueBlock;
import io.github.tagsmith.classic.plan.PlanOptions;
import io.github.tagsmith.classic.plan.SectorReading;
import io.github.tagsmith.classic.plan.Wanted;
import io.github.tagsmith.classic.plan.WritePlan;
import io.github.tagsmith.classic.plan.WritePlanner;
import io.github.tagsmith.classic.plan.WriteStep;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;

/** One block of a card, with what is known of its sector by one key. */
final class SingleBlock {

    private final CommandContext context;
    private final TargetCard card;
    private final BlockNo block;
    private final Dump known;

    private SingleBlock(CommandContext context, TargetCard card, BlockNo block, Dump known) {
        this.context = context;
        this.card = card;
        this.block = block;
        this.known = known;
    }

    static SingleBlock read(CommandContext context, TargetCard card, KeyChoice choice, BlockNo block)
            throws NfcException {
        int blocks = card.type().size() / ClassicType.BLOCK_LENGTH;
        if (block.value() >= blocks) {
            throw new NfcException(
                            ErrorKind.INVALID_REQUEST,
                            "there is no block " + block + ": the card's blocks are 0 to " + (blocks - 1))
                    .withHint("--type says it where the reader is wrong about the card's size");
        }
        SectorReading reading = new SectorReading(card.access(), choice.type(), choice.key(context));
        Dump known = reading.read(block.sector(), block.isTrailer() ? List.of() : List.of(block));
        return new SingleBlock(context, card, block, known);
    }

    Bytes content() throws NfcException {
        return known.block(block)
                .whole()
                .orElseThrow(() -> new NfcException(
                        ErrorKind.REFUSED, "block " + block + " may not be read with this key, by the access bits"));
    }

    /** As the card shows it to that key: keys that are keys are zeros. */
    Bytes shown(KeyType with) throws NfcException {
        BlockContent content = known.block(block);
        boolean readable = block.isTrailer() ? known.accessBytes(block.sector()).isPresent() : content.isComplete();
        if (!readable) {
            throw new NfcException(
                    ErrorKind.REFUSED,
                    "block " + block + " may not be read with key " + with + ", by the sector's access bits");
        }
        Bytes zeros = Bytes.zeros(ClassicKey.LENGTH);
        boolean keyBShown =
                known.accessBits(block.sector()).map(bits -> !bits.keyBUsable()).orElse(false);
        Bytes bytes = content.bytes();
        bytes = block.isTrailer() ? bytes.with(SectorTrailer.KEY_A, zeros) : bytes;
        return block.isTrailer() && !keyBShown ? bytes.with(SectorTrailer.KEY_B, zeros) : bytes;
    }

    ValueBlock value() throws NfcException {
        return ValueBlock.decode(content())
                .orElseThrow(() -> new NfcException(ErrorKind.REFUSED, "block " + block + " holds no value")
                        .withHint("`tagsmith classic value set` makes it a value block"));
    }

    /** Everything may be touched that is asked for by its number; what cannot be right is still refused. */
    int write(String command, WriteOptions options, Bytes data) throws NfcException {
        return run(
                command,
                options,
                planner(card.access().newSession().changesValues())
                        .stage(Wanted.block(block, data))
                        .plan());
    }

    /** Changes the value by the card's own command, where the reader has it. */
    int change(String command, WriteOptions options, WriteStep.Kind kind, int operand, ValueBlock then)
            throws NfcException {
        ClassicSession session = card.access().newSession();
        boolean able = kind == WriteStep.Kind.COPY ? session.copiesValues() : session.changesValues();
        return run(
                command,
                options,
                planner(able).change(kind, block, operand, then).plan());
    }

    private WritePlanner planner(boolean valueCommands) {
        return new WritePlanner(card.uid(), known, new PlanOptions(true, true, valueCommands));
    }

    private int run(String command, WriteOptions options, WritePlan plan) throws NfcException {
        if (!plan.isComplete() && plan.steps().isEmpty()) {
            throw new NfcException(
                    ErrorKind.REFUSED,
                    "block " + block + " is not written: "
                            + plan.findings().get(0).sentence());
        }
        return new PlanExecution(context, command, options).run(card, plan);
    }
}
