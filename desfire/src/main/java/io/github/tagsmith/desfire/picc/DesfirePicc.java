package io.github.tagsmith.desfire.picc;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.picc.ApduPicc;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.picc.command.CommandProcessor;
import io.github.tagsmith.desfire.picc.memory.CardState;
import io.github.tagsmith.desfire.picc.memory.Configuration;
import java.util.function.Consumer;

/**
 * A DESFire card in software. It answers each command in the framing that it came in, bare or wrapped into ISO 7816-4; real cards are
 * said to stay with the first framing they see after a selection (Proxmark3, libfreefare), which is not enforced.
 */
public final class DesfirePicc implements ApduPicc {

    /** The first byte of a random UID of ISO/IEC 14443-3. */
    private static final int RANDOM_UID = 0x08;

    private static final int RANDOM_UID_LENGTH = 4;

    private final RandomSource random;
    private final CommandProcessor processor;
    private Bytes uid;

    /**
     * A card whose changes are lost with it.
     *
     * @param state what it keeps without power
     * @param random where its nonces and random UIDs come from
     */
    public DesfirePicc(CardState state, RandomSource random) {
        this(state, random, nowhere -> {});
    }

    /**
     * A card whose changes are stored somewhere.
     *
     * @param state what it keeps without power
     * @param random where its nonces and random UIDs come from
     * @param changed told of every new state, before the answer that tells the reader
     */
    public DesfirePicc(CardState state, RandomSource random, Consumer<CardState> changed) {
        this.random = random;
        this.processor = new CommandProcessor(state, random, changed);
        this.uid = drawUid();
    }

    /**
     * What it keeps without power.
     *
     * @return its state after the last command
     */
    public CardState state() {
        return processor.stored();
    }

    /** The real one, or after SetConfiguration a new random one each time the field comes on. */
    @Override
    public Bytes uid() {
        return uid;
    }

    @Override
    public Bytes ats() {
        return state().configuration().ats();
    }

    @Override
    public int sak() {
        return state().configuration().sak().get(1);
    }

    @Override
    public void reset() {
        processor.reset();
        uid = drawUid();
    }

    private Bytes drawUid() {
        return state().configuration().has(Configuration.RANDOM_UID)
                ? Bytes.of(RANDOM_UID).plus(random.next(RANDOM_UID_LENGTH - 1))
                : state().production().uid();
    }

    @Override
    public Bytes answer(Bytes command) {
        return Framing.of(command, state().generation()).answer(command, processor);
    }
}
