package io.github.tagsmith.desfire.picc.sdm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.AccessRight;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.SdmSettings;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * What is read of a file without authentication. UID, counter, enciphered data and MAC are written over the placeholders, as
 * upper-case hexadecimal digits; the counter in clear is most significant byte first, everywhere else least.
 *
 * @param settings the file's settings
 * @param uid the card's UID, 7 bytes
 * @param counter the counter of reads, this one included
 * @param random the random numbers of this reading
 * @param keys the keys of the application; the settings name two of them
 * @param lrp whether the application uses LRP in place of AES
 */
public record SdmMirror(
        SdmSettings settings, Bytes uid, int counter, SdmRandom random, Function<KeyNo, DesfireKey> keys, boolean lrp) {

    /** The length of a MAC as digits. */
    static final int MAC_DIGITS = 16;

    /** The length of a counter as digits. */
    static final int COUNTER_DIGITS = 6;

    /** The offset that stands for no mirroring of the counter. */
    static final int NOWHERE = 0xFFFFFF;

    private static final int COUNTER_LENGTH = 3;
    private static final int UID_TAG = 0x80;
    private static final int COUNTER_TAG = 0x40;

    /**
     * Mirrors.
     *
     * @param content the whole file as it was written
     * @return the whole file as it is read
     */
    public Bytes of(Bytes content) {
        Bytes mirrored = withPiccData(content);
        return settings.fileRead()
                .key()
                .map(key -> withFileData(mirrored, content, key))
                .orElse(mirrored);
    }

    private Bytes withPiccData(Bytes content) {
        SdmSettings.Offsets offsets = settings.offsets();
        Bytes mirrored = content;
        if (offsets.uid().isPresent()) {
            mirrored = mirrored.with(offsets.uid().get(), digits(uid));
        }
        int counterOffset = offsets.readCounter().orElse(NOWHERE);
        if (counterOffset != NOWHERE) {
            mirrored = mirrored.with(counterOffset, digits(Bytes.bigEndian(counter, COUNTER_LENGTH)));
        }
        if (offsets.piccData().isPresent()) {
            Bytes enciphered = cryptography().piccData(valueOf(settings.metaRead()), piccData(), random);
            mirrored = mirrored.with(offsets.piccData().get(), digits(enciphered));
        }
        return mirrored;
    }

    private Bytes withFileData(Bytes mirrored, Bytes content, KeyNo key) {
        SdmSettings.Offsets offsets = settings.offsets();
        SdmKeys.Session session = cryptography().session(value(key), mirroredUid(), mirroredCounter());
        Bytes dynamic = mirrored;
        if (offsets.enciphered().isPresent()) {
            SdmSettings.Part part = offsets.enciphered().get();
            Bytes clear = content.slice(part.offset(), part.offset() + part.length() / 2);
            dynamic = dynamic.with(part.offset(), digits(session.encipher(clear)));
        }
        int end = offsets.mac().orElseThrow();
        Bytes covered = dynamic.slice(offsets.macInput().orElseThrow(), end);
        return dynamic.with(end, digits(session.mac(covered)));
    }

    /** {@code tag || UID || counter}; the tag tells what is there and how long the UID is. */
    private Bytes piccData() {
        int tag = (settings.uid() ? UID_TAG | uid.length() : 0) | (settings.readCounter() ? COUNTER_TAG : 0);
        return Bytes.concat(Bytes.of(tag), mirroredUid(), mirroredCounter());
    }

    private Bytes mirroredUid() {
        return settings.uid() ? uid : Bytes.EMPTY;
    }

    private Bytes mirroredCounter() {
        return settings.readCounter() ? Bytes.littleEndian(counter, COUNTER_LENGTH) : Bytes.EMPTY;
    }

    private SdmKeys cryptography() {
        return lrp ? new SdmKeys.LeakageResilient() : new SdmKeys.Aes();
    }

    private Bytes valueOf(AccessRight right) {
        return value(right.key().orElseThrow());
    }

    private Bytes value(KeyNo key) {
        return keys.apply(key).value().reveal();
    }

    private static Bytes digits(Bytes bytes) {
        return Bytes.of(bytes.toHex().getBytes(StandardCharsets.US_ASCII));
    }
}
