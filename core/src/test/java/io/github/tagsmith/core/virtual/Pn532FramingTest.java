package io.github.tagsmith.core.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.CrcA;
import io.github.tagsmith.core.picc.AirFrame;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bits between the host of a PN532 and the air: least significant first, a parity bit after each byte if the host wants that. */
class Pn532FramingTest {

    private final Pn532Framing framing = new Pn532Framing();

    private AirFrame frame(String hex) {
        return framing.toFrame(Bytes.fromHex(hex)).orElseThrow();
    }

    private void noCrc() {
        framing.write(Bytes.fromHex("630200 630300"));
    }

    private void parityIsTheHosts() {
        framing.write(Bytes.fromHex("630D10"));
    }

    @Test
    void addsChecksumAndParity() {
        assertEquals(AirFrame.of(Bytes.fromHex("300002A8"), Bytes.of(1, 1, 0, 0)), frame("3000"));
        noCrc();
        assertEquals(AirFrame.of(Bytes.fromHex("3000"), Bytes.of(1, 1)), frame("3000"));
    }

    @Test
    void takesShortFramesAndParityFromTheHost() {
        noCrc();
        framing.write(Bytes.fromHex("633D07"));
        assertEquals(AirFrame.ofBits(0x26, 7), frame("26"));
        parityIsTheHosts();
        framing.write(Bytes.fromHex("633D02"));
        assertEquals(AirFrame.of(Bytes.fromHex("FF01"), Bytes.of(0, 1)), frame("FF0202"));
        framing.write(Bytes.fromHex("633D03"));
        assertEquals(Optional.empty(), framing.toFrame(Bytes.fromHex("FF0202")));
        assertEquals(Optional.empty(), framing.toFrame(Bytes.EMPTY));
    }

    @Test
    void checksWhatComesBack() {
        Bytes data = CrcA.append(Bytes.fromHex("3000"));
        assertEquals(Bytes.fromHex("003000"), framing.toHost(AirFrame.of(data, Bytes.of(1, 1, 0, 0))));
        assertEquals(Bytes.of(3), framing.toHost(AirFrame.of(data, Bytes.of(1, 0, 0, 0))));
        assertEquals(Bytes.of(2), framing.toHost(AirFrame.of(Bytes.fromHex("30000000"), Bytes.of(1, 1, 1, 1))));
        assertEquals(Bytes.of(1), framing.toHost(AirFrame.NONE));
        assertEquals(Bytes.fromHex("000A"), framing.toHost(AirFrame.ofBits(0x0A, 4)));
        assertEquals(Bytes.of(4), framing.read(Bytes.fromHex("633C")));
    }

    /** What goes out with the host's parity comes back as it was. */
    @Test
    void packingAndUnpackingAreInverse() {
        noCrc();
        parityIsTheHosts();
        Random random = new Random(1);
        for (int length = 1; length < 30; length++) {
            int[] bytes = random.ints(length, 0, 256).toArray();
            int[] parity = random.ints(length, 0, 2).toArray();
            AirFrame frame = AirFrame.of(Bytes.of(bytes), Bytes.of(parity));
            Bytes host = framing.toHost(frame);
            int last = framing.read(Bytes.fromHex("633C")).get(0);
            assertEquals(9 * length % 8, last);
            framing.write(Bytes.fromHex("633D").plus(Bytes.of(last)));
            assertTrue(host.startsWith(Bytes.of(0)));
            assertEquals(Optional.of(frame), framing.toFrame(host.slice(1)));
        }
    }
}
