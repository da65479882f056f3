package io.github.tagsmith.core.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.picc.HelloPicc;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The PN532 of a virtual ACR122U before an ISO 14443-4 card; forms of the PN532 user manual, section 7. */
class Pn532ApduChipTest {

    private static final String LISTED = "D54B0101 0344 20 07 0448656C6C6F21 0A7880700248656C6C6F";

    private final VirtualSlot slot = VirtualSlot.of("acr122u").orElseThrow();

    @BeforeEach
    void presentACard() {
        slot.present(new HelloPicc());
    }

    private Bytes ask(String frame) throws NfcException {
        Bytes command = Bytes.fromHex(frame);
        return slot.transmit(Bytes.concat(Bytes.fromHex("FF000000"), Bytes.of(command.length()), command));
    }

    @Test
    void itListsTheCardWithItsAts() throws NfcException {
        assertEquals(Bytes.fromHex(LISTED + "9000"), ask("D44A0100"));
        assertEquals(Bytes.fromHex(LISTED + "9000"), ask("D44A0100 880448656C6C6F21"));
        assertEquals(Bytes.fromHex("D54B00 9000"), ask("D44A0100 8804000000000000"));
        assertEquals(Bytes.fromHex("D54B00 9000"), ask("D44A0101"));
    }

    @Test
    void itExchangesCommands() throws NfcException {
        assertEquals(Bytes.fromHex("D541009000 9000"), ask("D44001 00A404000AA00000006203010C0601"));
        assertEquals(Bytes.fromHex("D54100 48656C6C6F20776F726C6421 9000 9000"), ask("D44001 00000000"));
        assertEquals(Bytes.fromHex("D54101 9000"), ask("D44002 00000000"));
    }

    @ParameterizedTest
    @CsvSource({
        "D402, D50332010607",
        "D40000AABB, D50100AABB",
        "D40006, D50100",
        "D414011400, D515",
        "D4320101, D533",
        "D45201, D55300",
        "D408630280, D509",
        "D4066302630D, D5078000"
    })
    void itKeepsHouse(String command, String answer) throws NfcException {
        assertEquals(Bytes.fromHex(answer + "9000"), ask(command));
    }

    @Test
    void itRefusesWhatItDoesNotKnow() throws NfcException {
        assertEquals(Bytes.fromHex("6300"), ask("D4FE"));
    }
}
