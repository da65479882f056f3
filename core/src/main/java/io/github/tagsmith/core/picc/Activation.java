package io.github.tagsmith.core.picc;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.CrcA;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A card in the field, from request to halt: what ISO/IEC 14443-3 type A puts before the commands of a selected card. The frames
 * are those of the MF1S50yyX data sheet, table 9: REQA 26 and WUPA 52 in 7 bits, anticollision 93 20, 95 20, 97 20, select 93 70
 * and so on. Of a UID that is known in part only whole bytes may be sent. A frame out of turn takes the card back to where it
 * was requested from: idle, or halt if it was woken up from there.
 */
public final class Activation implements AirPicc {

    private static final int REQA = 0x26;
    private static final int WUPA = 0x52;
    private static final int REQUEST_BITS = 7;
    private static final int SELECT = 0x93;
    private static final int CASCADE_TAG = 0x88;
    private static final int UID_INCOMPLETE = 0x04;
    private static final int WHOLE = 0x70;
    private static final int PART = 4;

    private final StoragePicc picc;
    private final IntSupplier random;
    private State state = State.IDLE;
    private boolean fromHalt;
    private int level;
    private @Nullable AirPicc active;

    private enum State {
        IDLE,
        READY,
        ACTIVE,
        HALT
    }

    private Activation(StoragePicc picc, IntSupplier random) {
        this.picc = picc;
        this.random = random;
    }

    /**
     * A card that the field has just reached.
     *
     * @param picc the card; its air interface is used once it is selected
     * @param random 32 random bits at a time, for nonces
     * @return the card, idle
     */
    public static Activation idle(StoragePicc picc, IntSupplier random) {
        return new Activation(picc, random);
    }

    /**
     * A card that a reader has selected already.
     *
     * @param picc the card
     * @param random 32 random bits at a time, for nonces
     * @return the card, active
     */
    public static Activation selected(StoragePicc picc, IntSupplier random) {
        Activation activation = new Activation(picc, random);
        activation.activate();
        return activation;
    }

    @Override
    public AirFrame exchange(AirFrame frame) {
        return switch (state) {
            case IDLE -> request(frame, frame.isShort() && frame.bytes().get(0) == REQA);
            case HALT -> request(frame, false);
            case READY -> anticollision(frame);
            case ACTIVE -> command(frame);
        };
    }

    @Override
    public Presence presence() {
        return switch (state) {
            case ACTIVE -> Presence.SELECTED;
            case HALT -> Presence.HALTED;
            case IDLE, READY -> Presence.LOST;
        };
    }

    private AirFrame request(AirFrame frame, boolean requested) {
        boolean wakeUp = frame.isShort() && frame.bytes().get(0) == WUPA;
        if (frame.bits() != REQUEST_BITS || !(requested || wakeUp)) {
            return AirFrame.NONE;
        }
        fromHalt = state == State.HALT;
        state = State.READY;
        level = 0;
        return AirFrame.whole(Bytes.littleEndian(picc.atqa(), 2));
    }

    private AirFrame lost() {
        state = fromHalt ? State.HALT : State.IDLE;
        return AirFrame.NONE;
    }

    private AirFrame anticollision(AirFrame frame) {
        Bytes sent = frame.bytes();
        if (frame.isShort() || sent.length() < 2 || sent.get(0) != SELECT + 2 * level) {
            return lost();
        }
        Bytes uid = levels().get(level);
        if (sent.get(1) == WHOLE) {
            return sent.equals(CrcA.append(sent.slice(0, 2).plus(uid))) ? selected() : lost();
        }
        Bytes known = sent.slice(2);
        boolean fits = sent.get(1) == sent.length() << 4 && uid.startsWith(known);
        return fits ? AirFrame.whole(uid.slice(known.length())) : lost();
    }

    private AirFrame selected() {
        if (++level < levels().size()) {
            return AirFrame.whole(CrcA.append(Bytes.of(UID_INCOMPLETE)));
        }
        activate();
        return AirFrame.whole(CrcA.append(Bytes.of(picc.sak())));
    }

    private void activate() {
        active = picc.onAir(random).orElse(frame -> AirFrame.NONE);
        state = State.ACTIVE;
    }

    /** The UID in parts of four bytes, a cascade tag before each but the last, a check byte behind. */
    private List<Bytes> levels() {
        List<Bytes> levels = new ArrayList<>();
        Bytes left = picc.uid();
        for (; left.length() > PART; left = left.slice(PART - 1)) {
            levels.add(checked(Bytes.of(CASCADE_TAG).plus(left.slice(0, PART - 1))));
        }
        levels.add(checked(left));
        return levels;
    }

    private static Bytes checked(Bytes part) {
        return part.plus(Bytes.of(part.get(0) ^ part.get(1) ^ part.get(2) ^ part.get(3)));
    }

    private AirFrame command(AirFrame frame) {
        AirPicc card = active;
        if (card == null) {
            return lost();
        }
        AirFrame answer = card.exchange(frame);
        switch (card.presence()) {
            case LOST -> state = fromHalt ? State.HALT : State.IDLE;
            case HALTED -> state = State.HALT;
            case SELECTED -> state = State.ACTIVE;
        }
        return answer;
    }
}
