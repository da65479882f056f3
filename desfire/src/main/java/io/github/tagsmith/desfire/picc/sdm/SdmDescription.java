package io.github.tagsmith.desfire.picc.sdm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.AccessRight;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.SdmSettings;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.BitSet;
import java.util.Optional;

/**
 * The settings as ChangeFileSettings brings them and GetFileSettings tells them. Numbers have three bytes, least significant
 * first; those in brackets are there if the options and rights ask for them.
 *
 * <pre>
 * options          bit 7 UID, 6 counter, 5 counter limit, 4 enciphered file data, 0 ASCII
 * access rights    counter retrieval in the low nibble of byte 0 (high nibble F),
 *                  meta read and file read in the high and low nibble of byte 1
 * [UID offset] [counter offset] [PICCData offset] [MAC input offset] [enciphered: offset, length] [MAC offset] [limit]
 * </pre>
 *
 * <p>Source: tables 69 and 71 of NT4H2421Gx. The card has no tamper wire, so bit 3 is refused.
 *
 * @param wire the bytes, from the options on
 * @param fileSize the size of the file in bytes
 * @param keyCount how many keys the application has
 * @param lrp whether the application uses LRP, whose enciphered PICCData are longer
 */
public record SdmDescription(Bytes wire, int fileSize, int keyCount, boolean lrp) {

    private static final int UID = 0x80;
    private static final int COUNTER = 0x40;
    private static final int LIMIT = 0x20;
    private static final int ENCIPHERED = 0x10;
    private static final int ASCII = 0x01;
    private static final int HEAD = 3;
    private static final int NUMBER = 3;
    private static final int UID_DIGITS = 14;
    private static final int PICC_DATA_DIGITS = 32;
    private static final int LRP_PICC_DATA_DIGITS = 48;
    private static final int ENCIPHERED_UNIT = 32;

    /**
     * Reads and checks them.
     *
     * @param counter the counter of reads, which a limit must exceed
     * @return the settings
     * @throws Refusal if there is too little or too much (7E), or something that cannot be (9E)
     */
    public SdmSettings settings(int counter) throws Refusal {
        if (wire.length() < HEAD) {
            throw new Refusal(DesfireStatus.LENGTH_ERROR);
        }
        AccessRight metaRead = new AccessRight(wire.get(2) >>> 4);
        AccessRight fileRead = new AccessRight(wire.get(2) & 0x0F);
        AccessRight retrieval = new AccessRight(wire.get(1) & 0x0F);
        require((wire.get(0) & ~(UID | COUNTER | LIMIT | ENCIPHERED)) == ASCII && wire.get(1) >>> 4 == 0x0F);
        require(isKnown(metaRead) && isKnown(fileRead) && isKnown(retrieval) && !fileRead.equals(AccessRight.FREE));
        boolean isMirrored = has(UID) || has(COUNTER);
        require(isMirrored || metaRead.equals(AccessRight.NEVER));
        require(!has(UID) || !metaRead.equals(AccessRight.NEVER));
        require(has(COUNTER) || retrieval.equals(AccessRight.NEVER));
        require(!has(ENCIPHERED) || (fileRead.key().isPresent() && has(UID) && has(COUNTER)));
        require(!has(LIMIT) || has(COUNTER));

        Numbers numbers = new Numbers();
        SdmSettings.Offsets offsets = offsets(numbers, metaRead, fileRead);
        Optional<Integer> limit = numbers.nextIf(has(LIMIT));
        if (numbers.at != wire.length()) {
            throw new Refusal(DesfireStatus.LENGTH_ERROR);
        }
        require(limit.isEmpty() || limit.get() > counter);
        checkPlaces(offsets);
        return new SdmSettings(has(UID), has(COUNTER), true, metaRead, fileRead, retrieval, offsets, limit);
    }

    private SdmSettings.Offsets offsets(Numbers numbers, AccessRight metaRead, AccessRight fileRead) throws Refusal {
        boolean isClear = metaRead.equals(AccessRight.FREE);
        boolean isMaced = fileRead.key().isPresent();
        Optional<Integer> uid = numbers.nextIf(has(UID) && isClear);
        Optional<Integer> readCounter = numbers.nextIf(has(COUNTER) && isClear);
        Optional<Integer> piccData = numbers.nextIf(metaRead.key().isPresent());
        Optional<Integer> macInput = numbers.nextIf(isMaced);
        Optional<Integer> encOffset = numbers.nextIf(isMaced && has(ENCIPHERED));
        Optional<Integer> encLength = numbers.nextIf(isMaced && has(ENCIPHERED));
        Optional<Integer> mac = numbers.nextIf(isMaced);
        Optional<SdmSettings.Part> part =
                encOffset.flatMap(offset -> encLength.map(length -> new SdmSettings.Part(offset, length)));
        return new SdmSettings.Offsets(uid, readCounter, piccData, Optional.empty(), macInput, part, mac);
    }

    /** Everything lies in the file, nothing over another, and the enciphered data in what the MAC covers. */
    private void checkPlaces(SdmSettings.Offsets offsets) throws Refusal {
        Places places = new Places();
        places.add(offsets.uid(), UID_DIGITS);
        places.add(offsets.readCounter().filter(offset -> offset != SdmMirror.NOWHERE), SdmMirror.COUNTER_DIGITS);
        places.add(offsets.piccData(), lrp ? LRP_PICC_DATA_DIGITS : PICC_DATA_DIGITS);
        places.add(offsets.mac(), SdmMirror.MAC_DIGITS);
        if (offsets.enciphered().isPresent()) {
            SdmSettings.Part part = offsets.enciphered().get();
            places.add(Optional.of(part.offset()), part.length());
            require(part.length() > 0 && part.length() % ENCIPHERED_UNIT == 0);
            require(part.offset() >= offsets.macInput().orElse(0));
            require(part.offset() + part.length() <= offsets.mac().orElse(0));
        }
        require(offsets.macInput().orElse(0) <= offsets.mac().orElse(0));
    }

    private boolean has(int option) {
        return (wire.get(0) & option) != 0;
    }

    private boolean isKnown(AccessRight right) {
        return right.key().map(key -> key.value() < keyCount).orElse(true);
    }

    private static void require(boolean met) throws Refusal {
        if (!met) {
            throw new Refusal(DesfireStatus.PARAMETER_ERROR);
        }
    }

    /** The numbers behind options and rights, in order. */
    private final class Numbers {

        private int at = HEAD;

        private Optional<Integer> nextIf(boolean isThere) throws Refusal {
            if (!isThere) {
                return Optional.empty();
            }
            if (at + NUMBER > wire.length()) {
                throw new Refusal(DesfireStatus.LENGTH_ERROR);
            }
            at += NUMBER;
            return Optional.of((int) wire.slice(at - NUMBER, at).toUnsignedLittleEndian());
        }
    }

    /** The places taken so far. */
    private final class Places {

        private final BitSet taken = new BitSet();

        private void add(Optional<Integer> offset, int length) throws Refusal {
            if (offset.isPresent()) {
                int from = offset.get();
                int to = from + length;
                require(to <= fileSize && taken.get(from, to).isEmpty());
                taken.set(from, to);
            }
        }
    }
}
