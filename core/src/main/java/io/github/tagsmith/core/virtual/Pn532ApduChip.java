package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.picc.ApduPicc;
import java.util.Optional;

/**
 * The chip behind {@code FF 00 00 00} before a card of ISO/IEC 14443-4, PN532 user manual section 7: 4A lists the card with its
 * ATS, 40 exchanges commands with it, 06 and 08 are its
 * registers, which do nothing here. What is sent is the card's own command, wrapped or bare; longer exchanges than one frame
 * of the chip are not joined.
 */
final class Pn532ApduChip {

    private static final int LIST_PASSIVE_TARGET = 0x4A;
    private static final int DATA_EXCHANGE = 0x40;
    private static final int READ_REGISTER = 0x06;
    private static final int WRITE_REGISTER = 0x08;
    private static final int TARGET = 0x01;
    private static final int ISO_14443A = 0x00;
    private static final int ATQA_DOUBLE_UID = 0x0344;
    private static final int ATQA_SINGLE_UID = 0x0304;
    private static final Bytes DONE = Bytes.of(0x00);
    private static final Bytes TIMEOUT = Bytes.of(0x01);

    private final ApduPicc picc;
    private final Pn532Framing registers = new Pn532Framing();

    Pn532ApduChip(ApduPicc picc) {
        this.picc = picc;
    }

    /** Answers D4 and a command with D5 and the command plus 1; empty if it does not know the command. */
    Optional<Bytes> answer(Bytes frame) {
        if (frame.startsWith(Bytes.of(0xD4, LIST_PASSIVE_TARGET))) {
            return Optional.of(Pn532Housekeeping.toHost(LIST_PASSIVE_TARGET, list(frame.slice(2))));
        }
        if (frame.startsWith(Bytes.of(0xD4, DATA_EXCHANGE))) {
            return Optional.of(Pn532Housekeeping.toHost(DATA_EXCHANGE, exchange(frame.slice(2))));
        }
        if (frame.startsWith(Bytes.of(0xD4, READ_REGISTER))) {
            return Optional.of(Pn532Housekeeping.toHost(READ_REGISTER, registers.read(frame.slice(2))));
        }
        if (frame.startsWith(Bytes.of(0xD4, WRITE_REGISTER))) {
            registers.write(frame.slice(2));
            return Optional.of(Pn532Housekeeping.toHost(WRITE_REGISTER, Bytes.EMPTY));
        }
        return Pn532Housekeeping.answer(frame);
    }

    /** How many at the most, the modulation, and the UID that is looked for. */
    private Bytes list(Bytes data) {
        Bytes uid = picc.uid();
        boolean wanted = data.length() == 2 || (data.length() > 2 && uid.equals(withoutCascade(data.slice(2))));
        if (!wanted || data.get(1) != ISO_14443A) {
            return Bytes.of(0x00);
        }
        picc.reset();
        int atqa = picc.uid().length() == 4 ? ATQA_SINGLE_UID : ATQA_DOUBLE_UID;
        return Bytes.concat(
                Bytes.of(1, TARGET),
                Bytes.bigEndian(atqa, 2),
                Bytes.of(picc.sak(), picc.uid().length()),
                picc.uid(),
                picc.ats());
    }

    private static Bytes withoutCascade(Bytes uid) {
        return uid.length() == 8 && uid.get(0) == 0x88 ? uid.slice(1) : uid;
    }

    private Bytes exchange(Bytes data) {
        return data.length() < 2 || data.get(0) != TARGET ? TIMEOUT : DONE.plus(picc.answer(data.slice(1)));
    }
}
