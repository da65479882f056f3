package io.github.tagsmith.core.contactless;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.dialect.CommandForm;
import io.github.tagsmith.core.dialect.Dialect;
import io.github.tagsmith.core.dialect.Field;
import io.github.tagsmith.core.error.NfcException;
import java.util.Optional;

/**
 * Value blocks in a reader's dialect. The block's sector has to be open. Reading and storing work with every reader, by
 * reading and writing the block where it has no command of its own; increment, decrement and copying need one.
 */
public final class ValueCommands {

    private static final Bytes ERROR_STATUS = Bytes.of(0xC0, 0x03);

    private final ApduChannel channel;
    private final Dialect dialect;
    private final StorageCard card;

    ValueCommands(ApduChannel channel, Dialect dialect, StorageCard card) {
        this.channel = channel;
        this.dialect = dialect;
        this.card = card;
    }

    /**
     * Makes a block a value block.
     *
     * @param block block number
     * @param value its number
     * @return the status: 9000 if it is written
     * @throws NfcException if there is no answer
     */
    public StatusWord store(int block, int value) throws NfcException {
        Optional<CommandForm> form = dialect.values().store();
        return form.isPresent()
                ? send(form.get(), Fill.value(block, value))
                : card.update(block, ValueLayout.encode(value, block));
    }

    /**
     * Reads the number in a value block.
     *
     * @param block block number
     * @return the number
     * @throws NfcException {@code REFUSED} with the status, {@code PROTOCOL} if it is no value block
     */
    public int read(int block) throws NfcException {
        Optional<CommandForm> form = dialect.values().read();
        if (form.isEmpty()) {
            ResponseApdu response = card.read(block);
            requireOk(response, "read of value block " + block);
            return ValueLayout.decode(response.data(), block);
        }
        ResponseApdu response = transmit(form.get(), Fill.block(block));
        requireOk(response, "read of value block " + block);
        if (response.data().length() != Integer.BYTES) {
            throw NfcException.protocol("a value of " + response.data().length() + " bytes, not 4");
        }
        Bytes data = dialect.values().leastFirst() ? response.data().reversed() : response.data();
        return (int) data.toUnsignedBigEndian();
    }

    /**
     * Adds to a value block.
     *
     * @param block block number
     * @param amount what is added, 0 or more
     * @return the status: 9000 if it is done
     * @throws NfcException {@code REFUSED} if the reader cannot, {@code PROTOCOL} if it did something else
     */
    public StatusWord increment(int block, int amount) throws NfcException {
        return change(dialect.values().increment(), "increment", block, amount, amount);
    }

    /**
     * Subtracts from a value block.
     *
     * @param block block number
     * @param amount what is taken off, 0 or more
     * @return the status: 9000 if it is done
     * @throws NfcException {@code REFUSED} if the reader cannot, {@code PROTOCOL} if it did something else
     */
    public StatusWord decrement(int block, int amount) throws NfcException {
        return change(dialect.values().decrement(), "decrement", block, amount, -amount);
    }

    private StatusWord change(Optional<CommandForm> form, String what, int block, int amount, int difference)
            throws NfcException {
        if (amount < 0) {
            throw new IllegalArgumentException(what + " by " + amount);
        }
        CommandForm present = form.orElseThrow(() -> Refusal.lacking(dialect.id(), what + " of value blocks"));
        if (!dialect.values().doubtful()) {
            return send(present, Fill.value(block, amount));
        }
        int before = read(block);
        StatusWord sw = send(present, Fill.value(block, amount));
        if (sw.equals(StatusWord.OK) && read(block) != before + difference) {
            throw NfcException.protocol("after the " + what + " by " + amount + " block " + block + " does not hold "
                            + (before + difference) + " but " + read(block))
                    .withHint("Manuals disagree about this reader; choose another dialect, and put the value right");
        }
        return sw;
    }

    /**
     * Copies a value block over another one of the same sector.
     *
     * @param source block number
     * @param target block number
     * @return the status: 9000 if it is done
     * @throws NfcException {@code REFUSED} if the reader cannot
     */
    public StatusWord copy(int source, int target) throws NfcException {
        CommandForm form =
                dialect.values().copy().orElseThrow(() -> Refusal.lacking(dialect.id(), "copying of value blocks"));
        return send(form, Fill.block(source).with(Field.TARGET, Bytes.of(target)));
    }

    private StatusWord send(CommandForm form, Fill fill) throws NfcException {
        ResponseApdu response = transmit(form, fill);
        Bytes data = response.data();
        if (response.isOk() && data.startsWith(ERROR_STATUS) && data.length() >= 5) {
            return new StatusWord(data.get(3) << 8 | data.get(4));
        }
        return response.sw();
    }

    private ResponseApdu transmit(CommandForm form, Fill fill) throws NfcException {
        return ResponseApdu.parse(channel.transmit(form.fill(fill.values())));
    }

    private static void requireOk(ResponseApdu response, String what) throws NfcException {
        if (!response.isOk()) {
            throw Refusal.of(response.sw(), what);
        }
    }
}
