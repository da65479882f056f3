package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DfName;
import io.github.tagsmith.desfire.model.FileNo;

/**
 * An option of SetConfiguration. Options 02, 05 and 09 are proven by ev2-mac-full.json (AN12343 tables 5, 6, 18); the others are
 * stated by the sources that each names.
 */
public sealed interface Configuration {

    /**
     * Its number.
     *
     * @return 00 to 0C
     */
    int option();

    /**
     * What is set.
     *
     * @return as it is sent, before encipherment
     */
    Bytes data();

    /**
     * Whether the session is over once it is set.
     *
     * @return true for switching to LRP
     */
    default boolean endsSession() {
        return false;
    }

    /**
     * Option 00: what the card does. Each is for good. Source: liblogicalaccess, SpringCard; stated only.
     *
     * @param formatDisabled FormatPICC is refused from now on
     * @param randomUid the card shows a random UID
     * @param proximityCheckMandatory a proximity check is needed before anything else, EV2 and later
     * @param virtualCardMandatory the virtual card must be selected with authentication, EV2 and later
     */
    record PiccOptions(
            boolean formatDisabled, boolean randomUid, boolean proximityCheckMandatory, boolean virtualCardMandatory)
            implements Configuration {

        @Override
        public int option() {
            return 0x00;
        }

        @Override
        public Bytes data() {
            return Bytes.of((formatDisabled ? 0x01 : 0)
                    | (randomUid ? 0x02 : 0)
                    | (proximityCheckMandatory ? 0x04 : 0)
                    | (virtualCardMandatory ? 0x08 : 0));
        }
    }

    /**
     * Option 01: the key that new applications get. The key filled with zeros to 24 bytes, then its version. Source:
     * libfreefare, NXP NfcRdLib; stated only.
     *
     * @param key the key
     */
    record DefaultKey(DesfireKey key) implements Configuration {

        private static final int FIELD_LENGTH = 24;

        @Override
        public int option() {
            return 0x01;
        }

        @Override
        public Bytes data() {
            Bytes value = key.value().reveal();
            return Bytes.concat(
                    value,
                    Bytes.zeros(FIELD_LENGTH - value.length()),
                    Bytes.of(key.version().value()));
        }
    }

    /**
     * Option 02: the ATS of ISO/IEC 14443-4, with its length byte. A wrong one makes the card unreachable. Proven by AN12343
     * table 6.
     *
     * @param ats the bytes, whose first is their number
     */
    record Ats(Bytes ats) implements Configuration {

        /**
         * Checks the length byte.
         *
         * @param ats the bytes, whose first is their number
         */
        public Ats {
            if (ats.isEmpty() || ats.get(0) != ats.length()) {
                throw new IllegalArgumentException("the first byte of an ATS is its length, here " + ats.length());
            }
        }

        @Override
        public int option() {
            return 0x02;
        }

        @Override
        public Bytes data() {
            return ats;
        }
    }

    /**
     * Option 03: both SAK bytes of ISO/IEC 14443-3, EV2 and later. Source: liblogicalaccess; stated only.
     *
     * @param first the one of the first cascade level
     * @param second the one of the second cascade level
     */
    record Sak(int first, int second) implements Configuration {

        @Override
        public int option() {
            return 0x03;
        }

        @Override
        public Bytes data() {
            return Bytes.of(first, second);
        }
    }

    /**
     * Option 04: secure messaging that is refused from now on, EV2 and later. Source: liblogicalaccess, SpringCard; stated
     * only.
     *
     * @param d40Disabled command 0A
     * @param ev1Disabled commands 1A and AA
     * @param chainedWritingDisabled writing in several frames in an EV2 session
     */
    record SecureMessaging(boolean d40Disabled, boolean ev1Disabled, boolean chainedWritingDisabled)
            implements Configuration {

        @Override
        public int option() {
            return 0x04;
        }

        @Override
        public Bytes data() {
            return Bytes.of(
                    0, (d40Disabled ? 0x01 : 0) | (ev1Disabled ? 0x02 : 0) | (chainedWritingDisabled ? 0x04 : 0));
        }
    }

    /**
     * Option 05: capability data. PDCap1 and PDCap2 as AuthenticateEV2First tells them; PDCap2.1 = 02 switches from AES to LRP
     * for good, AN12343 table 18 and AN12321 table 3.
     *
     * @param capabilities 10 bytes
     */
    record Capabilities(Bytes capabilities) implements Configuration {

        /** The length of the data in bytes. */
        public static final int LENGTH = 10;

        private static final int PD_CAP_2_1 = 4;
        private static final int LRP = 0x02;

        /**
         * Checks the length.
         *
         * @param capabilities 10 bytes
         */
        public Capabilities {
            if (capabilities.length() != LENGTH) {
                throw new IllegalArgumentException("capability data has 10 bytes, not " + capabilities.length());
            }
        }

        /**
         * Switches to LRP, for good.
         *
         * @return the data of AN12343 table 18
         */
        public static Capabilities lrp() {
            return new Capabilities(Bytes.zeros(LENGTH).with(PD_CAP_2_1, Bytes.of(LRP)));
        }

        @Override
        public int option() {
            return 0x05;
        }

        @Override
        public Bytes data() {
            return capabilities;
        }

        @Override
        public boolean endsSession() {
            return (capabilities.get(PD_CAP_2_1) & LRP) != 0;
        }
    }

    /**
     * Option 06: the DF name of the application, or the installation identifier of the virtual card. Its length, then the name
     * filled with zeros to 16 bytes, as in dam.json of the vectors; liblogicalaccess puts the length behind. Stated only.
     *
     * @param name the name
     */
    record Name(DfName name) implements Configuration {

        @Override
        public int option() {
            return 0x06;
        }

        @Override
        public Bytes data() {
            Bytes value = name.value();
            return Bytes.concat(Bytes.of(value.length()), value, Bytes.zeros(DfName.MAX_LENGTH - value.length()));
        }
    }

    /**
     * Option 09: limits and value of the value file, DESFire Light. Proven by AN12343 table 5.
     *
     * @param file which file
     * @param lowerLimit the least value
     * @param upperLimit the greatest value
     * @param value its value
     * @param limitedCredit whether LimitedCredit is allowed
     */
    record ValueFile(FileNo file, int lowerLimit, int upperLimit, int value, boolean limitedCredit)
            implements Configuration {

        @Override
        public int option() {
            return 0x09;
        }

        @Override
        public Bytes data() {
            return Bytes.concat(
                    Bytes.of(file.value()),
                    Bytes.littleEndian(lowerLimit, 4),
                    Bytes.littleEndian(upperLimit, 4),
                    Bytes.littleEndian(value, 4),
                    Bytes.of(limitedCredit ? 1 : 0));
        }
    }

    /**
     * Option 0A: the counter of failed authentications, DESFire Light and NTAG 424 DNA. Source: their data sheets; stated
     * only.
     *
     * @param enabled whether the card counts
     * @param limit after how many it refuses, 1 to FFFF
     * @param decrement what a success takes back, 0 to FFFF
     */
    record FailedAuthentications(boolean enabled, int limit, int decrement) implements Configuration {

        @Override
        public int option() {
            return 0x0A;
        }

        @Override
        public Bytes data() {
            return Bytes.concat(
                    Bytes.of(enabled ? 1 : 0), Bytes.littleEndian(limit, 2), Bytes.littleEndian(decrement, 2));
        }
    }

    /**
     * Option 0B: the radio, DESFire Light and NTAG 424 DNA. Source: their data sheets; stated only.
     *
     * @param strongModulation whether the card answers with strong back modulation
     */
    record Hardware(boolean strongModulation) implements Configuration {

        @Override
        public int option() {
            return 0x0B;
        }

        @Override
        public Bytes data() {
            return Bytes.of(strongModulation ? 1 : 0);
        }
    }

    /**
     * Option 0C: ATQA of ISO/IEC 14443-3, EV3. Source: NXP NfcRdLib names it; stated only.
     *
     * @param atqa 2 bytes, as they are sent
     */
    record Atqa(Bytes atqa) implements Configuration {

        @Override
        public int option() {
            return 0x0C;
        }

        @Override
        public Bytes data() {
            return atqa;
        }
    }

    /**
     * An option whose data no public source describes, for instance 08 (renaming of files, DESFire Light).
     *
     * @param option 00 to FF
     * @param data what the card's manual says
     */
    record Other(int option, Bytes data) implements Configuration {}
}
