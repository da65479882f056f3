package io.github.tagsmith.classic.picc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.picc.AirFrame;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.ShareMode;
import io.github.tagsmith.core.virtual.VirtualReader;
import io.github.tagsmith.core.virtual.VirtualReaders;
import io.github.tagsmith.core.virtual.VirtualSlot;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A program that speaks to a PN53x, does Crypto1 and parity by itself, and reaches the software card through an ACR122U. */
class Pn532CardTest {

    private static final Bytes UID = Bytes.fromHex("01020304");

    private final ClassicPicc picc = new ClassicPicc(ClassicImage.delivered(ClassicType.K1, UID));
    private final Card card = connect();

    private Card connect() {
        VirtualSlot slot = VirtualSlot.of("acr122u").orElseThrow();
        slot.present(picc);
        try (VirtualReaders readers = new VirtualReaders(new VirtualReader("ACS ACR122U", slot))) {
            return readers.list().get(0).connect(ShareMode.SHARED);
        } catch (NfcException e) {
            throw new AssertionError(e);
        }
    }

    private Bytes chip(Bytes command) {
        try {
            Bytes frame = Bytes.of(0xD4).plus(command);
            Bytes answer = card.transmit(Bytes.of(0xFF, 0, 0, 0, frame.length()).plus(frame));
            assertEquals(Bytes.fromHex("9000"), answer.slice(answer.length() - 2));
            assertEquals(Bytes.of(0xD5, command.get(0) + 1), answer.slice(0, 2));
            return answer.slice(2, answer.length() - 2);
        } catch (NfcException e) {
            throw new AssertionError(e);
        }
    }

    private Bytes chip(String command) {
        return chip(Bytes.fromHex(command));
    }

    /** Nine bits for each byte, packed from the least significant bit on. */
    private AirFrame exchange(AirFrame frame) {
        int bits = 9 * frame.bytes().length();
        int[] packed = new int[(bits + 7) / 8];
        for (int i = 0; i < bits; i++) {
            int bit = i % 9 == 8 ? frame.parity().get(i / 9) : frame.bytes().get(i / 9) >> (i % 9) & 1;
            packed[i / 8] |= bit << (i % 8);
        }
        chip(Bytes.fromHex("08633D").plus(Bytes.of(bits % 8)));
        Bytes answer = chip(Bytes.of(0x42).plus(Bytes.of(packed)));
        int last = chip("06633C").get(0);
        if (answer.get(0) != 0) {
            return AirFrame.NONE;
        }
        if (answer.length() == 2) {
            return AirFrame.ofBits(answer.get(1), last);
        }
        int count = (8 * (answer.length() - 1) - (8 - last) % 8) / 9;
        int[] bytes = new int[count];
        int[] parity = new int[count];
        for (int i = 0; i < 9 * count; i++) {
            int bit = answer.get(1 + i / 8) >> (i % 8) & 1;
            if (i % 9 == 8) {
                parity[i / 9] = bit;
            } else {
                bytes[i / 9] |= bit << (i % 9);
            }
        }
        return AirFrame.of(Bytes.of(bytes), Bytes.of(parity));
    }

    @Test
    void aWholeSessionThroughTheChip() {
        assertEquals(Bytes.fromHex("010100040804 01020304"), chip("4A0100"));
        chip("08630200 630300 630D10".replace(" ", ""));
        AirReader reader = new AirReader(this::exchange, UID);
        assertTrue(reader.authenticate(0x60, 4, "FFFFFFFFFFFF"));
        assertEquals("a", reader.command("A004"));
        assertEquals("a", reader.command("00112233445566778899AABBCCDDEEFF"));
        assertTrue(reader.authenticate(0x61, 8, "FFFFFFFFFFFF"));
        assertEquals("4", reader.command("3008"), "key B can be read, so it is no key");
        assertEquals("", reader.command("3008"));

        assertEquals(Bytes.fromHex("010100040804 01020304"), chip("4A0100"));
        assertEquals(Bytes.of(0), chip("40016004FFFFFFFFFFFF01020304"));
        assertEquals(Bytes.fromHex("0000112233445566778899AABBCCDDEEFF"), chip("40013004"));
    }

    @Test
    void theNonceIsFreshAndComesWithoutAChecksum() {
        chip("4A0100");
        assertEquals(Bytes.of(2), chip("426004"), "the chip expects a checksum");
        chip("4A0100");
        chip("08630300");
        Set<Bytes> nonces = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            chip("4A0100");
            chip("08630300");
            Bytes answer = chip("426004");
            assertEquals(5, answer.length());
            nonces.add(answer);
        }
        assertTrue(nonces.size() > 1);
    }

    /** As libnfc's users do it: parity by the chip, no checksums, seven bits for the request. */
    @Test
    void activatesTheCardFrameByFrame() {
        assertEquals(Bytes.EMPTY, chip("1214"), "parameters");
        assertEquals(Bytes.EMPTY, chip("320100"), "field off");
        assertEquals(Bytes.EMPTY, chip("320101"), "field on");
        chip("08630200630300630D00");
        chip("08633D07");
        assertEquals(Bytes.fromHex("000400"), chip("4226"));
        chip("08633D00");
        assertEquals(Bytes.fromHex("000102030404"), chip("429320"));
        chip("08630280630380");
        assertEquals(Bytes.fromHex("0008"), chip("4293700102030404"), "the chip takes the checksum off");
        assertEquals(Bytes.of(2), chip("426004"), "a nonce has no checksum");
        assertEquals(Bytes.of(1), chip("425000"), "the third pass that did not come loses the card");
        chip("08630200630300");
        chip("08633D07");
        assertEquals(Bytes.of(1), chip("4240"), "no back door");
        assertEquals(Bytes.fromHex("000400"), chip("4252"));
    }

    @Test
    void cardThatTheReaderHasSelectedIsHaltedAndWokenUp() {
        assertEquals(Bytes.of(1), chip("425000"));
        chip("08630200630300");
        chip("08633D07");
        assertEquals(Bytes.of(1), chip("4226"));
        assertEquals(Bytes.fromHex("000400"), chip("4252"));
    }
}
