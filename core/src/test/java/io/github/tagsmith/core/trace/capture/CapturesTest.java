package io.github.tagsmith.core.trace.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Containers byte by byte, after draft-ietf-opsawg-pcap and draft-ietf-opsawg-pcapng. */
class CapturesTest {

    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
    private static final ByteOrder BIG = ByteOrder.BIG_ENDIAN;

    /** Number, time, link type and bytes of each packet, as text. */
    private static List<String> read(InputStream in) throws NfcException {
        CaptureReader reader = Captures.open(in, () -> {});
        List<String> packets = new ArrayList<>();
        Packet packet = new Packet();
        while (reader.next(packet)) {
            StringBuilder text = new StringBuilder();
            text.append(packet.number()).append(' ').append(packet.timeNs()).append(' ');
            text.append(packet.source().linkType()).append(' ');
            for (int i = 0; i < packet.length(); i++) {
                text.append(String.format("%02X", packet.bytes().get(packet.start() + i)));
            }
            packets.add(text.append(packet.isCut() ? " cut" : "").toString());
        }
        return packets;
    }

    private static List<String> read(byte[] bytes) throws NfcException {
        return read(new ByteArrayInputStream(bytes));
    }

    private static FaultKind fault(byte[] bytes) {
        return assertThrows(CaptureException.class, () -> read(bytes)).fault().kind();
    }

    private static byte[] pcap(int magic, ByteOrder order, int linkType, int original, byte[] packet) {
        ByteBuffer file = ByteBuffer.allocate(40 + packet.length).order(BIG).putInt(magic);
        file.order(order)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(65535)
                .putInt(linkType);
        file.putInt(3).putInt(5).putInt(packet.length).putInt(original).put(packet);
        return file.array();
    }

    @ParameterizedTest
    @CsvSource({
        "D4C3B2A1, true, 3000005000",
        "A1B2C3D4, false, 3000005000",
        "4D3CB2A1, true, 3000000005",
        "A1B23C4D, false, 3000000005"
    })
    void pcapInFourForms(String magic, boolean little, long time) throws NfcException {
        byte[] file =
                pcap(Integer.parseUnsignedInt(magic, 16), little ? LITTLE : BIG, 0x100000DC, 2, new byte[] {1, 2});
        assertEquals(List.of("1 " + time + " 220 0102"), read(file));
    }

    @Test
    void aCutPacketIsCalledCut() throws NfcException {
        assertEquals(List.of("1 3000005000 220 0102 cut"), read(pcap(0xD4C3B2A1, LITTLE, 220, 3, new byte[] {1, 2})));
    }

    @Test
    void theModifiedFormIsRefusedByName() {
        byte[] file = pcap(0x34CDB2A1, LITTLE, 220, 1, new byte[1]);
        CaptureException e = assertThrows(CaptureException.class, () -> read(file));
        assertTrue(e.getMessage().contains("modified"), e.getMessage());
        assertEquals(ErrorKind.MALFORMED_INPUT, e.kind());
    }

    @Test
    void aPacketOfMegabytesFitsAndAnEndlessOneDoesNot() throws NfcException {
        byte[] large = new byte[3 << 20];
        assertEquals(1, read(pcap(0xD4C3B2A1, LITTLE, 220, large.length, large)).size());
        byte[] file = pcap(0xD4C3B2A1, LITTLE, 220, 4, new byte[4]);
        ByteBuffer.wrap(file).order(LITTLE).putInt(32, -1);
        assertEquals(FaultKind.BAD_LENGTH, fault(file));
    }

    @Test
    void sectionsHaveTheirOwnByteOrderInterfacesAndClock() throws NfcException {
        byte[] file = new BlockWriter()
                .section(LITTLE)
                .namedInterface(220, "usbmon1", 6, 0)
                .wiredInterface(1)
                .packet(0, 7, 0xAA, 0xBB, 0xCC)
                .packet(1, 8, 0x01)
                .block(0x0BAD, 8)
                .section(BIG)
                .namedInterface(189, "x", 0x8A, 100)
                .packet(0, (2L << 10) + 512, 0xDD)
                .oldPacket(0, 0xEE, 0xFF)
                .bytes();
        assertEquals(
                List.of("1 7000 220 AABBCC", "2 8000 1 01", "3 102500000000 189 DD", "4 100004882812 189 EEFF"),
                read(file));
        CaptureReader reader = Captures.open(new ByteArrayInputStream(file), () -> {});
        Packet packet = new Packet();
        assertTrue(reader.next(packet));
        assertEquals(Optional.of("hi"), packet.comment());
        assertEquals(Optional.of("usbmon1"), packet.source().name());
        assertEquals(96, packet.source().snapLength());
        while (reader.next(packet)) {
            assertTrue(packet.number() > 1);
        }
        CaptureFormat format = reader.format();
        assertEquals(2, format.sections());
        assertEquals(3, format.interfaces().size());
        assertEquals(LITTLE, format.order());
        assertEquals("2^-10", format.interfaces().get(2).clock().unit());
    }

    @Test
    void simplePacketsAreOfTheFirstInterface() throws NfcException {
        byte[] file = new BlockWriter()
                .section(BIG)
                .wiredInterface(220)
                .simplePacket(3, 1, 2, 3)
                .bytes();
        assertEquals(List.of("1 0 220 010203"), read(file));
    }

    @Test
    void aPacketBeforeAnyInterfaceIsABadBlock() {
        assertEquals(
                FaultKind.BAD_BLOCK,
                fault(new BlockWriter().section(LITTLE).packet(0, 0, 1).bytes()));
    }

    @Test
    void largeUnknownBlocksArePassedOver() throws NfcException {
        byte[] file = new BlockWriter()
                .section(LITTLE)
                .wiredInterface(220)
                .block(0x4000_0BAD, 20 << 20)
                .packet(0, 1, 9)
                .bytes();
        assertEquals(List.of("1 1000 220 09"), read(file));
    }

    @Test
    void gzipIsUnpackedAndItsDamageSaid() throws NfcException, IOException {
        byte[] file = pcap(0xD4C3B2A1, LITTLE, 220, 2, new byte[] {1, 2});
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(file);
        }
        byte[] bytes = packed.toByteArray();
        assertEquals(List.of("1 3000005000 220 0102"), read(bytes));
        assertEquals(FaultKind.TRUNCATED, fault(Arrays.copyOf(bytes, bytes.length - 12)));
        assertEquals(FaultKind.TRUNCATED, fault(Arrays.copyOf(bytes, 5)));
        bytes[10] = (byte) 0xFF;
        assertEquals(FaultKind.BAD_GZIP, fault(bytes));
    }

    /** A live capture comes in pieces; what there is must be shown before the next piece is waited for. */
    @Test
    void aPipeMayGiveOneByteAtATime() throws NfcException {
        byte[] file = new BlockWriter()
                .section(LITTLE)
                .wiredInterface(220)
                .packet(0, 7, 1, 2, 3)
                .packet(0, 8, 4)
                .bytes();
        InputStream slow = new ByteArrayInputStream(file) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(1, length));
            }
        };
        int[] waits = {0};
        CaptureReader reader = Captures.open(slow, () -> waits[0]++);
        Packet packet = new Packet();
        assertTrue(reader.next(packet));
        int before = waits[0];
        assertTrue(reader.next(packet));
        assertEquals(2, packet.number());
        assertTrue(waits[0] > before);
        assertFalse(reader.next(packet));
    }

    @Test
    void aStreamThatFailsIsAnErrorOfTheFile() throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        NfcException e = assertThrows(NfcException.class, () -> read(closed));
        assertEquals(ErrorKind.FILE, e.kind());
    }

    /** 2 to the minus n, up to where nothing is left of a stamp. */
    @ParameterizedTest
    @ValueSource(ints = {0x80, 0x81, 0xA0, 0xA1, 0xBF, 0xC0, 0xFF, 20, 127})
    void everyResolutionGivesATime(int resolution) {
        TimeStamps clock = new TimeStamps(resolution, 1);
        assertEquals(1_000_000_000L, clock.nanoseconds(0));
        clock.nanoseconds(-1);
        if (resolution == 0x81) {
            assertEquals(2_500_000_000L, clock.nanoseconds(3));
        }
        if (resolution == 0xA1) {
            assertEquals(1_500_000_000L, clock.nanoseconds(1L << 32));
        }
    }
}
