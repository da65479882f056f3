package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.DfName;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.IsoFileId;

/**
 * The commands of ISO/IEC 7816-4 that DESFire knows, class 00. They are answered with an ISO status word and never protected.
 * SELECT FILE by name and by file identifier was recorded from a real EV3 (full-apdu-traces.json); the others follow ISO/IEC
 * 7816-4 as NXP NfcRdLib sends them.
 */
public final class IsoCommands {

    private static final int CLA = 0x00;
    private static final int BY_NAME = 0x04;
    private static final int ELEMENTARY_FILE = 0x02;
    private static final int NO_ANSWER = 0x0C;
    private static final int RECORDS_FROM = 0x05;
    private static final int SHORT_IDENTIFIER = 0x80;

    /** The greatest offset into the selected file, in bytes. */
    public static final int MAX_OFFSET = 0x7FFF;

    private IsoCommands() {}

    /**
     * SELECT FILE by DF name.
     *
     * @param name of an application, or of the card
     * @return 00 A4 04 00
     */
    public static CommandApdu select(DfName name) {
        return CommandApdu.of(CLA, 0xA4, BY_NAME, 0x00).withData(name.value()).withNe(CommandApdu.MAX_SHORT_NE);
    }

    /**
     * SELECT FILE by file identifier: of the card, an application or a file.
     *
     * @param file sent most significant byte first
     * @return 00 A4 00 0C
     */
    public static CommandApdu select(IsoFileId file) {
        return CommandApdu.of(CLA, 0xA4, 0x00, NO_ANSWER).withData(Bytes.bigEndian(file.value(), IsoFileId.LENGTH));
    }

    /**
     * SELECT FILE of a file under the selected application.
     *
     * @param file sent most significant byte first
     * @return 00 A4 02 0C
     */
    public static CommandApdu selectElementaryFile(IsoFileId file) {
        return CommandApdu.of(CLA, 0xA4, ELEMENTARY_FILE, NO_ANSWER)
                .withData(Bytes.bigEndian(file.value(), IsoFileId.LENGTH));
    }

    /**
     * READ BINARY of the selected file.
     *
     * @param offset 0 to 7FFF
     * @param length how many bytes, 1 to 65536; above 256 in extended form
     * @return 00 B0
     */
    public static CommandApdu readBinary(int offset, int length) {
        checkOffset(offset);
        return CommandApdu.of(CLA, 0xB0, offset >>> 8, offset & 0xFF).withNe(length);
    }

    /**
     * READ BINARY of a file by its short identifier, the number of the file; the file is selected by that.
     *
     * @param file 1 to 31; 0 would stand for the selected file
     * @param offset 0 to 255
     * @param length how many bytes, 1 to 65536; above 256 in extended form
     * @return 00 B0, bit 7 of P1 set
     */
    public static CommandApdu readBinary(FileNo file, int offset, int length) {
        if (file.value() == 0 || offset < 0 || offset > 0xFF) {
            throw new IllegalArgumentException("file " + file + ", offset " + offset + " has no short form");
        }
        return CommandApdu.of(CLA, 0xB0, SHORT_IDENTIFIER | file.value(), offset)
                .withNe(length);
    }

    /**
     * UPDATE BINARY of the selected file.
     *
     * @param offset 0 to 7FFF
     * @param data what is written; above 255 bytes in extended form
     * @return 00 D6
     */
    public static CommandApdu updateBinary(int offset, Bytes data) {
        checkOffset(offset);
        return CommandApdu.of(CLA, 0xD6, offset >>> 8, offset & 0xFF).withData(data);
    }

    /**
     * READ RECORD of the selected file: a record and all older ones.
     *
     * @param record 0 or 1 the newest
     * @param length how many bytes, 1 to 65536
     * @return 00 B2
     */
    public static CommandApdu readRecords(int record, int length) {
        return CommandApdu.of(CLA, 0xB2, record, RECORDS_FROM).withNe(length);
    }

    /**
     * APPEND RECORD to the selected file.
     *
     * @param data a record
     * @return 00 E2
     */
    public static CommandApdu appendRecord(Bytes data) {
        return CommandApdu.of(CLA, 0xE2, 0x00, 0x00).withData(data);
    }

    /**
     * GET CHALLENGE.
     *
     * @param length 8 bytes for DES and 2K3DES keys, 16 for 3K3DES and AES
     * @return 00 84
     */
    public static CommandApdu getChallenge(int length) {
        return CommandApdu.of(CLA, 0x84, 0x00, 0x00).withNe(length);
    }

    /**
     * EXTERNAL AUTHENTICATE: shows that the reader holds a key. Proxmark3 enciphers its own random number and the card's challenge in CBC
     * from zero. Whether the initial value goes on from there into {@link #internalAuthenticate} is not public, nor is any
     * exchange with a known key, so no session is made of the three commands here.
     *
     * @param algorithm the algorithm's number: 02 2K3DES, 04 3K3DES, 09 AES (libfreefare, stated only)
     * @param key the key's number; bit 7 for a key of an application
     * @param cryptogram both random numbers enciphered
     * @return 00 82
     */
    public static CommandApdu externalAuthenticate(int algorithm, int key, Bytes cryptogram) {
        return CommandApdu.of(CLA, 0x82, algorithm, key).withData(cryptogram);
    }

    /**
     * INTERNAL AUTHENTICATE: asks the card to show that it holds a key. Proxmark3 expects a second random number of the card and the
     * challenge, enciphered.
     *
     * @param algorithm the algorithm's number, as for {@link #externalAuthenticate}
     * @param key the key's number; bit 7 for a key of an application
     * @param challenge the reader's random number
     * @return 00 88
     */
    public static CommandApdu internalAuthenticate(int algorithm, int key, Bytes challenge) {
        return CommandApdu.of(CLA, 0x88, algorithm, key).withData(challenge).withNe(CommandApdu.MAX_SHORT_NE);
    }

    private static void checkOffset(int offset) {
        if (offset < 0 || offset > MAX_OFFSET) {
            throw new IllegalArgumentException("offset " + offset + " is not 0 to " + MAX_OFFSET);
        }
    }
}
