package io.github.tagsmith.desfire.model;

import java.util.Optional;

/**
 * Secure dynamic messaging of a file: what the card mirrors into it when it is read without authentication, and where.
 * Offsets are bytes from the start of the file.
 *
 * @param uid whether the UID is mirrored
 * @param readCounter whether the counter of reads is mirrored
 * @param ascii whether what is mirrored is written as hexadecimal digits; cards know nothing else
 * @param metaRead who may read UID and counter: a key enciphers them together, free mirrors them in clear, never not at all
 * @param fileRead the key of MAC and enciphered data; never for none
 * @param counterRetrieval who may ask for the counter by GetFileCounters
 * @param offsets where each goes; present as the rest asks for
 * @param readCounterLimit after how many reads mirroring stops, 0 to FFFFFF
 */
public record SdmSettings(
        boolean uid,
        boolean readCounter,
        boolean ascii,
        AccessRight metaRead,
        AccessRight fileRead,
        AccessRight counterRetrieval,
        Offsets offsets,
        Optional<Integer> readCounterLimit) {

    /**
     * Where things are mirrored to.
     *
     * @param uid the UID in clear
     * @param readCounter the counter in clear
     * @param piccData UID and counter enciphered
     * @param tamperStatus the state of the tamper wire, NTAG 424 DNA TagTamper
     * @param macInput where the text begins that the MAC covers
     * @param enciphered the part of the file that is enciphered
     * @param mac where the MAC stands
     */
    public record Offsets(
            Optional<Integer> uid,
            Optional<Integer> readCounter,
            Optional<Integer> piccData,
            Optional<Integer> tamperStatus,
            Optional<Integer> macInput,
            Optional<Part> enciphered,
            Optional<Integer> mac) {}

    /**
     * A part of a file.
     *
     * @param offset where it begins
     * @param length bytes; of enciphered data a multiple of 32
     */
    public record Part(int offset, int length) {}

    /**
     * Checks that the offsets are those that the rest asks for, as the card would.
     *
     * @param uid whether the UID is mirrored
     * @param readCounter whether the counter of reads is mirrored
     * @param ascii whether what is mirrored is written as hexadecimal digits
     * @param metaRead who may read UID and counter
     * @param fileRead the key of MAC and enciphered data; never for none
     * @param counterRetrieval who may ask for the counter by GetFileCounters
     * @param offsets where each goes
     * @param readCounterLimit after how many reads mirroring stops, 0 to FFFFFF
     */
    public SdmSettings {
        boolean clear = metaRead.equals(AccessRight.FREE);
        require(offsets.uid().isPresent() == (uid && clear), "the offset of a clear UID");
        require(offsets.readCounter().isPresent() == (readCounter && clear), "the offset of a clear counter");
        require(offsets.piccData().isPresent() == metaRead.key().isPresent(), "the offset of enciphered PICC data");
        require(!fileRead.equals(AccessRight.FREE), "a key, or never, for reading the file");
        boolean mac = fileRead.key().isPresent();
        require(offsets.macInput().isPresent() == mac && offsets.mac().isPresent() == mac, "the offsets of the MAC");
        require(mac || offsets.enciphered().isEmpty(), "a key for the enciphered part");
    }

    private static void require(boolean met, String what) {
        if (!met) {
            throw new IllegalArgumentException("secure dynamic messaging: wrong or missing " + what);
        }
    }
}
