package io.github.tagsmith.core.ndef;

import io.github.tagsmith.core.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A record of an NDEF message, its chunks joined.
 *
 * @param tnf what the type is
 * @param type the type, 0 to 255 bytes
 * @param id the identifier, 0 to 255 bytes; usually empty
 * @param payload the content
 */
public record NdefRecord(Tnf tnf, Bytes type, Bytes id, Bytes payload) {

    static final int MAX_FIELD = 255;

    /**
     * Checks what the format asks for.
     *
     * @param tnf what the type is; not {@link Tnf#UNCHANGED}, which only a chunk has
     * @param type the type, 0 to 255 bytes; empty for {@link Tnf#EMPTY} and {@link Tnf#UNKNOWN}
     * @param id the identifier, 0 to 255 bytes; empty for {@link Tnf#EMPTY}
     * @param payload the content; empty for {@link Tnf#EMPTY}
     */
    public NdefRecord {
        if (type.length() > MAX_FIELD || id.length() > MAX_FIELD) {
            throw new IllegalArgumentException("type of " + type.length() + " and identifier of " + id.length()
                    + " bytes, each at most " + MAX_FIELD);
        }
        String fault = fault(tnf, type.length(), id.length(), payload.length());
        if (fault != null) {
            throw new IllegalArgumentException(fault);
        }
    }

    /** What is wrong with a record that is not part of a chunked one; null if nothing is. */
    static @Nullable String fault(Tnf tnf, int type, int id, long payload) {
        return switch (tnf) {
            case EMPTY -> type + id + payload == 0 ? null : "an empty record has no type, identifier or payload";
            case UNKNOWN -> type == 0 ? null : "a record of unknown type has no type field";
            case UNCHANGED -> "only a chunk that is not the first has TNF 6";
            case WELL_KNOWN, MEDIA_TYPE, ABSOLUTE_URI, EXTERNAL, RESERVED -> null;
        };
    }

    /**
     * A record of a well-known type without identifier.
     *
     * @param type the type, for instance U
     * @param payload the content
     * @return the record
     */
    public static NdefRecord wellKnown(String type, Bytes payload) {
        Bytes name = Bytes.of(type.getBytes(StandardCharsets.US_ASCII));
        return new NdefRecord(Tnf.WELL_KNOWN, name, Bytes.EMPTY, payload);
    }

    /**
     * Whether this is a record of a well-known type.
     *
     * @param name the type, for instance U
     * @return true if it is
     */
    public boolean isWellKnown(String name) {
        return tnf == Tnf.WELL_KNOWN && typeText().equals(name);
    }

    /**
     * The type as text.
     *
     * @return one character a byte; other than US-ASCII replaced
     */
    public String typeText() {
        return type.toText(StandardCharsets.US_ASCII);
    }
}
