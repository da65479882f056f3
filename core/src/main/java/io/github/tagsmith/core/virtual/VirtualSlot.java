package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.picc.ApduPicc;
import io.github.tagsmith.core.picc.Picc;
import io.github.tagsmith.core.picc.StoragePicc;
import io.github.tagsmith.core.reader.Deadline;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The slot of a contactless reader: a field, at most one card in it, and the firmware between. The in-process reader and the
 * vpcd link both stand on it.
 */
public final class VirtualSlot {

    private static final Duration LONGEST_SLEEP = Duration.ofHours(1);

    private final ChangeSignal changes = new ChangeSignal();
    private @Nullable Inserted inserted;
    private int generation;
    private int cancels;

    /** A slot without a card. */
    public VirtualSlot() {}

    /** A card in the field and the firmware that talks to it. */
    private record Inserted(Picc picc, ReaderFirmware firmware) {}

    /**
     * Puts a card into the field.
     *
     * @param picc the card
     * @throws IllegalStateException if one is there already
     */
    public synchronized void present(Picc picc) {
        if (inserted != null) {
            throw new IllegalStateException("a card is in the field already");
        }
        picc.reset();
        inserted = new Inserted(picc, firmwareFor(picc));
        generation++;
        notifyAll();
        changes.raise();
    }

    private static ReaderFirmware firmwareFor(Picc picc) {
        if (picc instanceof StoragePicc storage) {
            return new StorageFirmware(storage);
        }
        return new ApduFirmware((ApduPicc) picc);
    }

    /** Takes the card away; nothing happens if there is none. */
    public synchronized void remove() {
        if (inserted != null) {
            inserted.picc().reset();
            inserted = null;
            generation++;
            notifyAll();
            changes.raise();
        }
    }

    /**
     * The ATR of the card in the field.
     *
     * @return the ATR, if there is a card
     */
    public synchronized Optional<Bytes> atr() {
        return Optional.ofNullable(inserted).map(card -> card.firmware().atr());
    }

    /** Switches the field off and on: the card forgets what it does not store, and so does the firmware about it. */
    public synchronized void reset() {
        if (inserted != null) {
            inserted.picc().reset();
            inserted.firmware().cardWasReset();
        }
    }

    /**
     * Sends a command to the firmware or the card.
     *
     * @param command its bytes
     * @return the answer
     * @throws NfcException {@code NO_CARD} if none is in the field
     */
    public synchronized Bytes transmit(Bytes command) throws NfcException {
        if (inserted == null) {
            throw new NfcException(ErrorKind.NO_CARD, "no card is in the virtual reader");
        }
        return inserted.firmware().answer(command);
    }

    /**
     * A number that changes whenever a card comes or goes.
     *
     * @return that number
     */
    synchronized int generation() {
        return generation;
    }

    /** Raised whenever a card comes or goes, or somebody connects to it or leaves it. */
    ChangeSignal changes() {
        return changes;
    }

    /**
     * Waits until a card is there.
     *
     * @param deadline how long at the most
     * @return false if the wait was cancelled
     */
    synchronized boolean awaitCard(Deadline deadline) throws InterruptedException {
        int before = cancels;
        while (inserted == null && cancels == before && !deadline.isPast()) {
            wait(Math.max(1, deadline.left(LONGEST_SLEEP).toMillis()));
        }
        return cancels == before;
    }

    /** Ends all waits. */
    synchronized void cancelWaits() {
        cancels++;
        notifyAll();
    }
}
