package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.ByteCursor;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.AccessRight;
import io.github.tagsmith.desfire.model.SdmSettings;
import java.util.Optional;

/**
 * How the settings of secure dynamic messaging travel. Numbers have three bytes, least significant first.
 *
 * <pre>
 * options(1)             bit 7 UID, 6 counter, 5 counter limit, 4 enciphered part, 3 tamper state, 0 ASCII
 * rights(2)              [F | counter retrieval] [meta read | file read]
 * UID offset             bit 7, meta read free
 * counter offset         bit 6, meta read free
 * PICC data offset       meta read by a key
 * tamper state offset    bit 3
 * MAC input offset       file read by a key
 * enciphered offset      file read by a key, bit 4
 * enciphered length      file read by a key, bit 4
 * MAC offset             file read by a key
 * counter limit          bit 5
 * </pre>
 *
 * <p>Sources: file-settings.json, ev2-mac-full.json of the vectors (AN12196, real cards) for bits 7, 6, 4, 0, the rights, and
 * the offsets under enciphered PICC data; AN12196 and the NTAG 424 DNA data sheets for the rest, which is stated only.
 */
final class SdmForm {

    private static final int UID = 0x80;
    private static final int COUNTER = 0x40;
    private static final int LIMIT = 0x20;
    private static final int ENCIPHERED = 0x10;
    private static final int TAMPER = 0x08;
    private static final int ASCII = 0x01;
    private static final int UNUSED = 0x06;
    private static final int RIGHTS_FILL = 0xF0;

    private SdmForm() {}

    static SdmSettings read(ByteCursor cursor) throws NfcException {
        int options = cursor.take();
        if ((options & UNUSED) != 0) {
            throw new IllegalArgumentException("unknown secure dynamic messaging options " + Bytes.of(options));
        }
        AccessRight counterRetrieval = new AccessRight(cursor.take() & 0x0F);
        int readers = cursor.take();
        AccessRight metaRead = new AccessRight(readers >>> 4);
        AccessRight fileRead = new AccessRight(readers & 0x0F);
        boolean uid = (options & UID) != 0;
        boolean counter = (options & COUNTER) != 0;
        boolean clear = metaRead.equals(AccessRight.FREE);
        boolean mac = fileRead.key().isPresent();
        Optional<Integer> uidOffset = number(cursor, uid && clear);
        Optional<Integer> counterOffset = number(cursor, counter && clear);
        Optional<Integer> piccData = number(cursor, metaRead.key().isPresent());
        Optional<Integer> tamper = number(cursor, (options & TAMPER) != 0);
        Optional<Integer> macInput = number(cursor, mac);
        Optional<SdmSettings.Part> part = mac && (options & ENCIPHERED) != 0
                ? Optional.of(new SdmSettings.Part(Answer.littleEndian(cursor, 3), Answer.littleEndian(cursor, 3)))
                : Optional.empty();
        Optional<Integer> macOffset = number(cursor, mac);
        Optional<Integer> limit = number(cursor, (options & LIMIT) != 0);
        return new SdmSettings(
                uid,
                counter,
                (options & ASCII) != 0,
                metaRead,
                fileRead,
                counterRetrieval,
                new SdmSettings.Offsets(uidOffset, counterOffset, piccData, tamper, macInput, part, macOffset),
                limit);
    }

    static Bytes wire(SdmSettings sdm) {
        SdmSettings.Offsets offsets = sdm.offsets();
        int options = (sdm.uid() ? UID : 0)
                | (sdm.readCounter() ? COUNTER : 0)
                | (sdm.readCounterLimit().isPresent() ? LIMIT : 0)
                | (offsets.enciphered().isPresent() ? ENCIPHERED : 0)
                | (offsets.tamperStatus().isPresent() ? TAMPER : 0)
                | (sdm.ascii() ? ASCII : 0);
        int readers = sdm.metaRead().nibble() << 4 | sdm.fileRead().nibble();
        return Bytes.concat(
                Bytes.of(options, RIGHTS_FILL | sdm.counterRetrieval().nibble(), readers),
                wire(offsets.uid()),
                wire(offsets.readCounter()),
                wire(offsets.piccData()),
                wire(offsets.tamperStatus()),
                wire(offsets.macInput()),
                wire(offsets.enciphered().map(SdmSettings.Part::offset)),
                wire(offsets.enciphered().map(SdmSettings.Part::length)),
                wire(offsets.mac()),
                wire(sdm.readCounterLimit()));
    }

    private static Optional<Integer> number(ByteCursor cursor, boolean present) throws NfcException {
        return present ? Optional.of(Answer.littleEndian(cursor, 3)) : Optional.empty();
    }

    private static Bytes wire(Optional<Integer> number) {
        return number.map(value -> ThreeByteNumber.wire(value, "offset")).orElse(Bytes.EMPTY);
    }
}
