package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.feature.ReaderDriver;
import io.github.tagsmith.core.picc.ApduPicc;
import io.github.tagsmith.core.picc.Picc;
import io.github.tagsmith.core.picc.StoragePicc;
import io.github.tagsmith.core.reader.Deadline;
import java.time.Duration;
import java.util.List;
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

    private final FirmwareProfile profile;
    private final KeyMemory keys;
    private final OwnCommands own;

    /** A slot without a card, in a reader of plain PC/SC part 3. */
    public VirtualSlot() {
        this(FirmwareProfiles.PLAIN);
    }

    private VirtualSlot(FirmwareProfile profile) {
        this.profile = profile;
        this.keys = new KeyMemory(profile.keys());
        this.own = profile.own().get();
    }

    /**
     * A slot without a card, in a reader with a firmware.
     *
     * @param firmware the id of the firmware
     * @return the slot, if there is such a firmware
     */
    public static Optional<VirtualSlot> of(String firmware) {
        return FirmwareProfiles.ofId(firmware).map(VirtualSlot::new);
    }

    /**
     * The firmwares there are.
     *
     * @return their ids
     */
    public static List<String> firmwares() {
        return FirmwareProfiles.ids();
    }

    /**
     * The name that a real reader with this firmware has in PC/SC.
     *
     * @return the name
     */
    public String readerName() {
        return profile.readerName();
    }

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

    private ReaderFirmware firmwareFor(Picc picc) {
        if (picc instanceof StoragePicc storage) {
            return new StorageFirmware(storage, profile, keys);
        }
        return new ApduFirmware((ApduPicc) picc, profile, keys);
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
        Optional<Bytes> answer = profile.ownOverTransmit() ? own.answer(command) : Optional.empty();
        return answer.isPresent() ? answer.get() : inserted.firmware().answer(command);
    }

    /**
     * Sends a command about the reader itself over the driver's escape code, with or without a card.
     *
     * @param command its bytes
     * @return the answer
     * @throws NfcException {@code READER_FAILED} if the firmware does not know it
     */
    public synchronized Bytes escape(Bytes command) throws NfcException {
        return own.answer(command)
                .orElseThrow(() -> new NfcException(
                        ErrorKind.READER_FAILED, "the reader does not know the escape command " + command));
    }

    /** What stands for the reader's driver. */
    ReaderDriver driver() {
        return profile.driver();
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
