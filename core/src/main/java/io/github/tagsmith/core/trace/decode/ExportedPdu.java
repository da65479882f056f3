package io.github.tagsmith.core.trace.decode;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.trace.capture.Packet;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A packet of link type 252 (WIRESHARK_UPPER_PDU): tags, big-endian, then the data. Tag numbers as in Wireshark's
 * wsutil/exported_pdu_tlvs.h.
 *
 * <pre>
 * u16 tag   u16 length   value, padded to 4      0C dissector's name   23 direction, 0 to the card   00 end of tags
 * </pre>
 *
 * @param dissector what the data is
 * @param fromCard its direction
 * @param data the data
 */
record ExportedPdu(String dissector, boolean fromCard, Bytes data) {

    private static final int END = 0x00;
    private static final int DISSECTOR = 0x0C;
    private static final int DIRECTION = 0x23;
    private static final int TAG_HEADER = 4;

    /** The PDU in a packet, if its tags come to an end in it. */
    static Optional<ExportedPdu> of(Packet packet) {
        ByteBuffer bytes = packet.bytes().duplicate().order(ByteOrder.BIG_ENDIAN);
        int at = packet.start();
        int end = at + packet.length();
        String dissector = "";
        boolean fromCard = false;
        while (end - at >= TAG_HEADER) {
            int tag = Short.toUnsignedInt(bytes.getShort(at));
            int length = Short.toUnsignedInt(bytes.getShort(at + 2));
            at += TAG_HEADER;
            if (length > end - at) {
                return Optional.empty();
            }
            if (tag == END) {
                return Optional.of(new ExportedPdu(dissector, fromCard, copy(bytes, at, end)));
            } else if (tag == DISSECTOR) {
                dissector = copy(bytes, at, at + length)
                        .toText(StandardCharsets.US_ASCII)
                        .replace("\0", "");
            } else if (tag == DIRECTION && length == 4) {
                fromCard = bytes.getInt(at) != 0;
            }
            at += (length + 3) & ~3;
        }
        return Optional.empty();
    }

    private static Bytes copy(ByteBuffer bytes, int from, int to) {
        byte[] copy = new byte[to - from];
        bytes.get(from, copy);
        return Bytes.of(copy);
    }
}
