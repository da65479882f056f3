package io.github.tagsmith.core.trace.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.meaning.MaskedBytes;
import io.github.tagsmith.core.picc.HelloPicc;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.ShareMode;
import io.github.tagsmith.core.virtual.VirtualReader;
import io.github.tagsmith.core.virtual.VirtualSlot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TraceWritersTest {

    private static final Instant AT = Instant.parse("2026-11-25T21:04:59.123456Z");
    private static final InstantSource CLOCK = InstantSource.fixed(AT);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private static Card hello() throws NfcException {
        VirtualSlot slot = new VirtualSlot();
        slot.present(new HelloPicc());
        return new VirtualReader("virtual:hello", slot).connect(ShareMode.SHARED);
    }

    @Test
    void theTextHasALineForEachStep() throws Exception {
        try (Tracer tracer = new Tracer(TextTraceWriter.toFile(out), false, CLOCK);
                Card card = tracer.trace(hello())) {
            card.transmit(Bytes.fromHex("FF82000006112233445566"));
            card.transmit(Bytes.fromHex("FF82000106112233445566"));
            card.transmit(Bytes.fromHex("FF82000106AABBCCDDEEFF"));
        }
        assertEquals("""
                # tagsmith trace; -r replay:FILE answers from it. {sN:L} are L masked bytes, the same for the same N
                2026-11-25T21:04:59.123456Z reader virtual:hello
                21:04:59.123456 ATR 3B85800148656C6C6F46
                21:04:59.123456 > FF82000006{s1:6}  # pcsc.load-keys structure=00 nonVolatile=false keyNumber=0 key=************
                21:04:59.123456 < 9000  # ok
                21:04:59.123456 > FF82000106{s1:6}  # pcsc.load-keys structure=00 nonVolatile=false keyNumber=1 key=************
                21:04:59.123456 < 9000  # ok
                21:04:59.123456 > FF82000106{s2:6}  # pcsc.load-keys structure=00 nonVolatile=false keyNumber=1 key=************
                21:04:59.123456 < 9000  # ok
                """, out.toString(StandardCharsets.UTF_8));
    }

    /** Bytes written out by hand after the project's page on captures, section 4.1. */
    @Test
    void theCaptureHasTheBytesOfTheReferencePage() throws Exception {
        try (PcapngTraceWriter writer = new PcapngTraceWriter(out)) {
            writer.started(Instant.ofEpochSecond(1), "R", Bytes.fromHex("3B00"));
            writer.sent(Instant.ofEpochSecond(1), "R", MaskedBytes.clear(Bytes.fromHex("FFCA000000")), "");
        }
        String section = "0A0D0D0A 1C000000 4D3C2B1A 0100 0000 FFFFFFFFFFFFFFFF 1C000000";
        String description =
                "01000000 28000000 FC00 0000 00000000 0200 0100 52000000 0900 0100 06000000 00000000 28000000";
        String atr = "06000000 4C000000 00000000 00000000 40420F00 1E000000 1E000000"
                + " 000C 000C 69736F373831362E61747200 0023 0004 00000001 0000 0000 3B00 0000"
                + " 0100 0300 41545200 00000000 4C000000";
        String command = "06000000 40000000 00000000 00000000 40420F00 1D000000 1D000000"
                + " 000C 0008 69736F3738313600 0023 0004 00000000 0000 0000 FFCA000000 000000 40000000";
        assertEquals(
                Bytes.fromHex(section + description + atr + command).toHex(),
                Bytes.of(out.toByteArray()).toHex());
    }

    @Test
    void aSecretInACaptureIsStarsAroundItsNumber() throws Exception {
        try (Tracer tracer = new Tracer(new PcapngTraceWriter(out), false, CLOCK);
                Card card = tracer.trace(hello())) {
            card.transmit(Bytes.fromHex("FF82000006112233445566"));
        }
        String content = out.toString(StandardCharsets.ISO_8859_1);
        assertTrue(content.contains("*1****"));
        assertEquals(OptionalInt.of(1), SecretLabels.numberOf(Bytes.fromHex("2A312A2A2A2A")));
        assertEquals(OptionalInt.of(0), SecretLabels.numberOf(Bytes.fromHex("2A")));
        assertEquals(OptionalInt.empty(), SecretLabels.numberOf(Bytes.fromHex("FFFFFFFFFFFF")));
        assertEquals(OptionalInt.empty(), SecretLabels.numberOf(Bytes.EMPTY));
    }

    @Test
    void aTraceThatCannotBeWrittenStopsNoCommandAndIsSaidAtTheEnd() throws Exception {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        Tracer tracer = new Tracer(TextTraceWriter.toTerminal(full), false, CLOCK);
        try (Card card = tracer.trace(hello())) {
            assertEquals(2, card.transmit(Bytes.fromHex("00B0000000")).length());
        }
        NfcException e = assertThrows(NfcException.class, tracer::close);
        assertEquals(ErrorKind.FILE, e.kind());
        assertTrue(e.getMessage().contains("No space left"), e.getMessage());
    }
}
