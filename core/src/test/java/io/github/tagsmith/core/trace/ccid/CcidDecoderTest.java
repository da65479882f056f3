package io.github.tagsmith.core.trace.ccid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.trace.capture.CaptureFault;
import io.github.tagsmith.core.trace.capture.FaultKind;
import io.github.tagsmith.core.trace.decode.CaptureDecoder;
import io.github.tagsmith.core.trace.decode.CaptureSummary;
import io.github.tagsmith.core.trace.exchange.ExchangeListener;
import io.github.tagsmith.core.trace.exchange.T1Block;
import io.github.tagsmith.core.trace.usb.DeviceAddress;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Readers and messages among USB transfers that are written here, record by record. */
class CcidDecoderTest {

    private static final String STATUS = "65000000000001000000";
    private static final String STATUS_ANSWER = "81000000000001000000";

    private final UsbmonWriter capture = new UsbmonWriter();
    private final List<String> messages = new ArrayList<>();
    private final List<CaptureFault> faults = new ArrayList<>();

    private CaptureSummary decode(Optional<DeviceAddress> device) throws NfcException {
        ExchangeListener listener = new ExchangeListener() {
            @Override
            public void message(CcidMessage message, Optional<T1Block> block) {
                messages.add(message.source().device() + " " + message.packets() + " "
                        + message.header().toHex() + message.data().toHex());
            }

            @Override
            public void fault(CaptureFault fault) {
                faults.add(fault);
            }
        };
        return new CaptureDecoder(listener, device, OptionalInt.empty())
                .decode(new ByteArrayInputStream(capture.bytes()), () -> {});
    }

    /** bcdUSB 2.00, one configuration; USB 2.0 table 9-8. */
    private void deviceDescriptor(int device, int vendor, int product) {
        Bytes descriptor = Bytes.concat(
                Bytes.of(0x12, 1, 0, 2, 0, 0, 0, 64),
                Bytes.littleEndian(vendor, 2),
                Bytes.littleEndian(product, 2),
                Bytes.of(0, 1, 0, 0, 0, 1));
        capture.control(device, "8006000100001200", descriptor.toHex());
    }

    /** One interface of class 0B, bulk 01 and 82, without class descriptor. */
    private void configuration(int device) {
        capture.control(
                device, "8006000200002000", "09022000010100803209040000020B00000007050102400000" + "07058202400000");
    }

    @Test
    void anAddressIsUsedAgain() throws NfcException {
        deviceDescriptor(5, 0x072F, 0x2200);
        configuration(5);
        capture.bulk(5, 0x01, STATUS).bulk(5, 0x82, STATUS_ANSWER);
        deviceDescriptor(5, 0x1234, 0x5678);
        capture.bulk(5, 0x01, STATUS).bulk(5, 0x82, "55534253");
        CaptureSummary summary = decode(Optional.empty());
        assertEquals(2, messages.size());
        assertEquals(2, summary.devices().size());
        assertTrue(summary.devices().get(0).detection().isPresent());
        assertTrue(summary.devices().get(1).detection().isEmpty());
    }

    @Test
    void setAddressMakesANewDevice() throws NfcException {
        deviceDescriptor(5, 0x072F, 0x2200);
        configuration(5);
        capture.control(0, "0005050000000000", "");
        deviceDescriptor(5, 0x072F, 0x2200);
        assertEquals(2, decode(Optional.empty()).devices().size());
    }

    @Test
    void aMessageThatStopsShortIsLeftAndTheNextOneRead() throws NfcException {
        configuration(5);
        capture.bulk(5, 0x01, "6F640000000001000000" + "00B00000");
        capture.bulk(5, 0x01, STATUS);
        decode(Optional.empty());
        assertEquals(FaultKind.BAD_CCID_LENGTH, faults.get(0).kind());
        assertEquals(List.of("1.5 [4] " + STATUS), messages);
    }

    @Test
    void aMessageInPiecesAndAnEmptyPacket() throws NfcException {
        configuration(5);
        String data = "AB".repeat(54);
        capture.bulk(5, 0x01, "6F760000000001000000" + data);
        capture.bulk(5, 0x01, "CD".repeat(64));
        capture.bulk(5, 0x01, "");
        decode(Optional.empty());
        assertEquals(List.of("1.5 [3, 4] 6F760000000001000000" + data + "CD".repeat(64)), messages);
    }

    @Test
    void lessThanAHeaderIsNoMessage() throws NfcException {
        configuration(5);
        capture.bulk(5, 0x01, "650000");
        decode(Optional.empty());
        assertEquals(FaultKind.BAD_PACKET, faults.get(0).kind());
        assertTrue(messages.isEmpty());
    }

    @Test
    void trafficAloneTellsAReader() throws NfcException {
        capture.bulk(5, 0x03, STATUS).bulk(5, 0x84, STATUS_ANSWER);
        CaptureSummary summary = decode(Optional.empty());
        assertEquals(List.of("1.5 [1] " + STATUS, "1.5 [2] " + STATUS_ANSWER), messages);
        assertEquals(
                Optional.of(UsbDevice.Detection.HEURISTIC),
                summary.devices().get(0).detection());
    }

    /** The answer has another sequence number: whatever the device is, it does not speak CCID. */
    @Test
    void whatOnlyLooksLikeACommandIsNone() throws NfcException {
        for (int i = 0; i < 40; i++) {
            capture.bulk(5, 0x03, STATUS).bulk(5, 0x84, "81000000000002000000");
        }
        assertTrue(decode(Optional.empty()).devices().isEmpty());
        assertTrue(messages.isEmpty());
    }

    @Test
    void aDeviceIsTakenForAReaderWhereSomebodySaysSo() throws NfcException {
        capture.bulk(5, 0x03, STATUS).bulk(5, 0x84, "81000000000002000000").bulk(6, 0x03, STATUS);
        decode(Optional.of(DeviceAddress.parse("1.5")));
        assertEquals(2, messages.size());
    }

    @Test
    void millionsOfDevicesAreNotKept() throws NfcException {
        for (int bus = 0; bus < 5000; bus++) {
            capture.onBus(bus).bulk(1, 0x03, STATUS).bulk(1, 0x84, STATUS_ANSWER);
        }
        assertEquals(4096, decode(Optional.empty()).devices().size());
        assertEquals(1, faults.size());
        assertEquals(FaultKind.TOO_MUCH, faults.get(0).kind());
    }

    @Test
    void errorsHaveNames() {
        assertEquals("ICC_MUTE", CcidError.name(0xFE));
        assertEquals("BAD_PARAMETER_AT_OFFSET_5", CcidError.name(5));
        assertEquals("VENDOR_C0", CcidError.name(0xC0));
        assertEquals("RESERVED_D0", CcidError.name(0xD0));
    }
}
