package io.github.tagsmith.core.trace.record;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.meaning.MaskedBytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * A capture in pcapng, little-endian, of link type 252 (WIRESHARK_UPPER_PDU), which tshark and Wireshark dissect without options.
 *
 * <pre>
 * block   u32 type   u32 length   body, padded to 4   u32 length
 * SHB     0A0D0D0A   body 1A2B3C4D, version 1.0, section length -1
 * IDB     00000001   body link type 00FC, 0000, snaplen 0, options: 2 name, 9 resolution 06 (microseconds)
 * EPB     00000006   body interface, time high, time low, captured, original, packet padded to 4, options: 1 comment
 * packet  tags, big-endian: 000C dissector's name, 0023 direction (0 to the card, 1 from it), 0000; then the bytes
 * </pre>
 *
 * One interface for each reader, one packet for each ATR, command and answer. Source: the project's page on captures, section
 * 4.1, tried with tshark 4.0.17.
 */
public final class PcapngTraceWriter implements TraceWriter {

    private static final long SECTION = 0x0A0D0D0AL;
    private static final long INTERFACE = 1;
    private static final long PACKET = 6;
    private static final int LINK_TYPE = 252;
    private static final int OPTION_COMMENT = 1;
    private static final int OPTION_NAME = 2;
    private static final int OPTION_RESOLUTION = 9;
    private static final int MICROSECONDS = 6;
    private static final int LONGEST_OPTION = 0xFFFF;
    private static final int TAG_DISSECTOR = 0x0C;
    private static final int TAG_DIRECTION = 0x23;
    private static final int TO_CARD = 0;
    private static final int FROM_CARD = 1;
    private static final String ATR = "iso7816.atr";
    private static final String APDU = "iso7816";

    private final OutputStream out;
    private final SecretLabels labels = new SecretLabels();
    private final Map<String, Integer> interfaces = new HashMap<>();

    /**
     * Begins a capture.
     *
     * @param out where to; closed with the writer
     * @throws IOException if it cannot be written
     */
    public PcapngTraceWriter(OutputStream out) throws IOException {
        this.out = out;
        block(SECTION, Bytes.concat(u32(0x1A2B3C4DL), u16(1), u16(0), Bytes.repeat(8, 0xFF)));
    }

    @Override
    public void started(Instant at, String reader, Bytes atr) throws IOException {
        int number = interfaceOf(reader);
        if (!atr.isEmpty()) {
            packet(number, at, pdu(ATR, FROM_CARD, atr), "ATR");
        }
    }

    @Override
    public void sent(Instant at, String reader, MaskedBytes command, String meaning) throws IOException {
        packet(interfaceOf(reader), at, pdu(APDU, TO_CARD, labels.filled(command)), meaning);
    }

    @Override
    public void answered(Instant at, String reader, MaskedBytes answer, String meaning) throws IOException {
        packet(interfaceOf(reader), at, pdu(APDU, FROM_CARD, labels.filled(answer)), meaning);
    }

    /** A command without an answer says that by itself. */
    @Override
    public void failed(Instant at, String reader, NfcException failure) {
        // nothing to write: a packet would be taken for an answer
    }

    @Override
    public void noted(Instant at, String reader, String text) {
        // what goes to the driver is no APDU of the card
    }

    private int interfaceOf(String reader) throws IOException {
        Integer known = interfaces.get(reader);
        if (known != null) {
            return known;
        }
        Bytes name = option(OPTION_NAME, utf8(reader));
        Bytes resolution = option(OPTION_RESOLUTION, Bytes.of(MICROSECONDS));
        block(INTERFACE, Bytes.concat(u16(LINK_TYPE), u16(0), u32(0), name, resolution, u32(0)));
        interfaces.put(reader, interfaces.size());
        return interfaces.size() - 1;
    }

    private void packet(int number, Instant at, Bytes data, String comment) throws IOException {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        Bytes head = Bytes.concat(u32(number), u32(micros >>> 32), u32(micros), u32(data.length()), u32(data.length()));
        Bytes options = comment.isEmpty()
                ? Bytes.EMPTY
                : option(OPTION_COMMENT, utf8(comment)).plus(u32(0));
        block(PACKET, Bytes.concat(head, padded(data), options));
    }

    private static Bytes pdu(String dissector, int direction, Bytes data) {
        Bytes name = padded(utf8(dissector).plus(Bytes.of(0)));
        return Bytes.concat(
                tag(TAG_DISSECTOR, name), tag(TAG_DIRECTION, Bytes.bigEndian(direction, 4)), tag(0, Bytes.EMPTY), data);
    }

    private static Bytes tag(int number, Bytes value) {
        return Bytes.concat(Bytes.bigEndian(number, 2), Bytes.bigEndian(value.length(), 2), value);
    }

    private static Bytes option(int number, Bytes value) {
        Bytes whole = value.length() > LONGEST_OPTION ? value.slice(0, LONGEST_OPTION) : value;
        return Bytes.concat(u16(number), u16(whole.length()), padded(whole));
    }

    /** In one write, so that a crash leaves whole blocks. */
    private void block(long type, Bytes body) throws IOException {
        Bytes length = u32(body.length() + 12L);
        out.write(Bytes.concat(u32(type), length, body, length).toArray());
        out.flush();
    }

    private static Bytes padded(Bytes bytes) {
        return bytes.plus(Bytes.zeros(-bytes.length() & 3));
    }

    private static Bytes utf8(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Bytes u16(int value) {
        return Bytes.littleEndian(value, 2);
    }

    private static Bytes u32(long value) {
        return Bytes.littleEndian(value, 4);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
