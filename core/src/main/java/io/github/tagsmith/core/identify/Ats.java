package io.github.tagsmith.core.identify;

import io.github.tagsmith.core.bytes.ByteCursor;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An answer to select, ISO/IEC 14443-4:2008 section 5.2, without its CRC.
 *
 * <pre>
 * TL T0 [TA1] [TB1] [TC1] historical bytes        TL counts all of them, itself included
 * T0   bits 0-3 FSCI, 4 TA1, 5 TB1, 6 TC1 are there
 * TA1  bits 0-2 to the card, 4-6 from it at 2, 4, 8 times 106 kbit/s; bit 7 the same in both directions only
 * TB1  bits 4-7 FWI, 0-3 SFGI: times of 302 us by two to the power of that
 * TC1  bit 0 NAD, bit 1 CID
 * </pre>
 *
 * @param frameSize FSC, the longest frame the card takes, in bytes
 * @param rates bit rates, where TA1 is there
 * @param waiting times, where TB1 is there
 * @param options what TC1 says, where it is there
 * @param historical the historical bytes
 */
public record Ats(
        int frameSize, Optional<Rates> rates, Optional<Waiting> waiting, Optional<Options> options, Bytes historical) {

    private static final List<Integer> FRAME_SIZES =
            List.of(16, 24, 32, 40, 48, 64, 96, 128, 256, 512, 1024, 2048, 4096);
    private static final List<String> FASTER = List.of("212", "424", "848");
    private static final double UNIT_MICROS = 256 * 16 / 13.56;
    private static final int RESERVED = 15;
    private static final int DEFAULT_FRAME = 32;

    /**
     * Bit rates.
     *
     * @param toCard from the reader, in kbit/s
     * @param fromCard from the card, in kbit/s
     */
    public record Rates(List<String> toCard, List<String> fromCard) {

        /**
         * Copies the lists.
         *
         * @param toCard from the reader
         * @param fromCard from the card
         */
        public Rates {
            toCard = List.copyOf(toCard);
            fromCard = List.copyOf(fromCard);
        }
    }

    /**
     * Times.
     *
     * @param frameMicros FWT: how long an answer may take, in microseconds
     * @param guardMicros SFGT: how long the card needs after this answer, in microseconds
     */
    public record Waiting(double frameMicros, double guardMicros) {}

    /**
     * What the card can do.
     *
     * @param nad node addresses
     * @param cid card identifiers
     */
    public record Options(boolean nad, boolean cid) {}

    /**
     * Decodes an ATS.
     *
     * @param bytes from TL on, without CRC
     * @return its parts
     * @throws NfcException {@code MALFORMED_INPUT} if its lengths do not fit
     */
    public static Ats parse(Bytes bytes) throws NfcException {
        ByteCursor cursor = new ByteCursor(bytes, "ATS");
        int length = cursor.take();
        if (length != bytes.length()) {
            throw NfcException.malformed(
                    "TL at offset 0 of the ATS says " + length + " bytes, there are " + bytes.length());
        }
        if (cursor.remaining() == 0) {
            return new Ats(DEFAULT_FRAME, Optional.empty(), Optional.empty(), Optional.empty(), Bytes.EMPTY);
        }
        int t0 = cursor.take();
        Optional<Rates> rates = (t0 & 0x10) == 0 ? Optional.empty() : Optional.of(rates(cursor.take()));
        Optional<Waiting> waiting = (t0 & 0x20) == 0 ? Optional.empty() : Optional.of(waiting(cursor.take()));
        Optional<Options> options = (t0 & 0x40) == 0 ? Optional.empty() : Optional.of(options(cursor.take()));
        int fsci = Math.min(t0 & 0x0F, FRAME_SIZES.size() - 1);
        return new Ats(FRAME_SIZES.get(fsci), rates, waiting, options, cursor.takeRest());
    }

    private static Rates rates(int ta1) {
        return new Rates(rateList(ta1), rateList(ta1 >> 4));
    }

    private static List<String> rateList(int bits) {
        List<String> rates = new ArrayList<>(List.of("106"));
        for (int i = 0; i < FASTER.size(); i++) {
            if ((bits >> i & 1) == 1) {
                rates.add(FASTER.get(i));
            }
        }
        return rates;
    }

    /** 15 is reserved: FWI is then taken for 4, SFGI for 0. */
    private static Waiting waiting(int tb1) {
        int fwi = tb1 >> 4 == RESERVED ? 4 : tb1 >> 4;
        int sfgi = (tb1 & 0x0F) == RESERVED ? 0 : tb1 & 0x0F;
        return new Waiting(UNIT_MICROS * (1 << fwi), sfgi == 0 ? 0 : UNIT_MICROS * (1 << sfgi));
    }

    private static Options options(int tc1) {
        return new Options((tc1 & 1) == 1, (tc1 & 2) == 2);
    }
}
