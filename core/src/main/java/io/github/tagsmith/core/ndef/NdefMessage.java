package io.github.tagsmith.core.ndef;

import io.github.tagsmith.core.bytes.ByteCursor;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An NDEF message, NDEF 1.0.
 *
 * <pre>
 * record   flags, type length, payload length (1 or 4), [ID length], type, [ID], payload
 * flags    80 MB first   40 ME last   20 CF chunk follows   10 SR payload length has 1 byte   08 IL there is an ID   07 TNF
 * </pre>
 *
 * @param records its records, at least one
 */
public record NdefMessage(List<NdefRecord> records) {

    private static final int MESSAGE_BEGIN = 0x80;
    private static final int MESSAGE_END = 0x40;
    private static final int CHUNK = 0x20;
    private static final int SHORT_RECORD = 0x10;
    private static final int ID_LENGTH = 0x08;
    private static final int TNF_MASK = 0x07;

    /**
     * Copies the list.
     *
     * @param records its records, at least one
     */
    public NdefMessage {
        if (records.isEmpty()) {
            throw new IllegalArgumentException("a message has at least one record");
        }
        records = List.copyOf(records);
    }

    /**
     * Decodes a message; the chunks of a record are joined.
     *
     * @param bytes exactly one message
     * @return the message
     * @throws NfcException {@code MALFORMED_INPUT}, with the offset of what is wrong
     */
    public static NdefMessage parse(Bytes bytes) throws NfcException {
        return parse(bytes, "NDEF message");
    }

    static NdefMessage parse(Bytes bytes, String what) throws NfcException {
        ByteCursor cursor = new ByteCursor(bytes, what);
        List<NdefRecord> records = new ArrayList<>();
        boolean last = false;
        while (!last) {
            Part first = Part.take(cursor, what);
            requireFlag(first, MESSAGE_BEGIN, records.isEmpty(), "first", what);
            requireWhole(first, what);
            Bytes payload = first.payload();
            Part end = first;
            if (first.has(CHUNK)) {
                List<Bytes> chunks = new ArrayList<>(List.of(first.payload()));
                while (end.has(CHUNK)) {
                    requireFlag(end, MESSAGE_END, false, "last", what);
                    end = takeFollowing(cursor, what);
                    chunks.add(end.payload());
                }
                payload = Bytes.concat(chunks.toArray(new Bytes[0]));
            }
            records.add(new NdefRecord(first.tnf(), first.type(), first.id(), payload));
            last = end.has(MESSAGE_END);
        }
        if (cursor.remaining() > 0) {
            throw malformed(what, cursor.offset(), cursor.remaining() + " bytes follow the last record");
        }
        return new NdefMessage(Collections.unmodifiableList(records));
    }

    private static Part takeFollowing(ByteCursor cursor, String what) throws NfcException {
        Part part = Part.take(cursor, what);
        requireFlag(part, MESSAGE_BEGIN, false, "first", what);
        if (part.tnf() != Tnf.UNCHANGED || !part.type().isEmpty() || part.has(ID_LENGTH)) {
            throw malformed(what, part.offset(), "a further chunk has TNF 6, no type and no identifier");
        }
        return part;
    }

    private static void requireFlag(Part part, int flag, boolean wanted, String name, String what) throws NfcException {
        if (part.has(flag) != wanted) {
            String fault = wanted ? "is not marked as the " : "is marked as the ";
            throw malformed(what, part.offset(), "the record " + fault + name + " one of its message");
        }
    }

    private static void requireWhole(Part part, String what) throws NfcException {
        String fault = NdefRecord.fault(
                part.tnf(),
                part.type().length(),
                part.id().length(),
                part.payload().length());
        if (fault != null) {
            throw malformed(what, part.offset(), fault);
        }
    }

    private static NfcException malformed(String what, int offset, String why) {
        return NfcException.malformed(what + " at offset " + offset + ": " + why);
    }

    /** A record as it stands in the message: whole, or one chunk. */
    private record Part(int offset, int flags, Bytes type, Bytes id, Bytes payload) {

        static Part take(ByteCursor cursor, String what) throws NfcException {
            int offset = cursor.offset();
            int flags = cursor.take();
            int typeLength = cursor.take();
            long payloadLength = cursor.takeBigEndian((flags & SHORT_RECORD) != 0 ? 1 : 4);
            int idLength = (flags & ID_LENGTH) != 0 ? cursor.take() : 0;
            Bytes type = cursor.take(typeLength);
            Bytes id = cursor.take(idLength);
            if (payloadLength > cursor.remaining()) {
                throw malformed(
                        what,
                        offset,
                        "a payload of " + payloadLength + " bytes, but " + cursor.remaining() + " are left");
            }
            return new Part(offset, flags, type, id, cursor.take((int) payloadLength));
        }

        boolean has(int flag) {
            return (flags & flag) != 0;
        }

        Tnf tnf() {
            return Tnf.of(flags & TNF_MASK);
        }
    }

    /**
     * Encodes the message: no chunks, short records where the payload allows, an identifier only where there is one.
     *
     * @return the bytes
     */
    public Bytes encode() {
        Bytes[] encoded = new Bytes[records.size()];
        for (int i = 0; i < encoded.length; i++) {
            int position = (i == 0 ? MESSAGE_BEGIN : 0) | (i == encoded.length - 1 ? MESSAGE_END : 0);
            encoded[i] = encode(records.get(i), position);
        }
        return Bytes.concat(encoded);
    }

    private static Bytes encode(NdefRecord record, int position) {
        int length = record.payload().length();
        boolean isShort = length <= NdefRecord.MAX_FIELD;
        int flags = position | (isShort ? SHORT_RECORD : 0) | (record.id().isEmpty() ? 0 : ID_LENGTH);
        return Bytes.concat(
                Bytes.of(flags | record.tnf().number(), record.type().length()),
                Bytes.bigEndian(length, isShort ? 1 : 4),
                record.id().isEmpty() ? Bytes.EMPTY : Bytes.of(record.id().length()),
                record.type(),
                record.id(),
                record.payload());
    }
}
