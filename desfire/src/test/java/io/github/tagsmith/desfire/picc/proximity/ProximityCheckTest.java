package io.github.tagsmith.desfire.picc.proximity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.testing.Json;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check as it is stated; the only published frame is the answer of PreparePC. */
class ProximityCheckTest {

    private static final Bytes OWN = Bytes.fromHex("A0A1A2A3A4A5A6A7");
    private static final Bytes READER = Bytes.fromHex("C0C1C2C3C4C5C6C7");
    private static final DesfireKey KEY = DesfireKey.of(KeyAlgorithm.AES, Bytes.repeat(16, 0x21));
    private static final ProximityCheck PREPARED = ProximityCheck.prepared(ProximityCheck.EV3, OWN);

    private static DesfireStatus refusalOf(ProximityCheck check, String parameters) {
        return assertThrows(Refusal.class, () -> check.round(Bytes.fromHex(parameters)))
                .status();
    }

    @Test
    void announcesWhatAnEv3Announces() {
        Object published = Json.object(Json.vectors("proximity-check.json").get(0), "expected")
                .get("response_data");
        assertEquals(published, ProximityCheck.EV3.toHex().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void rounds(int length) throws Refusal {
        ProximityCheck check = PREPARED;
        Bytes covered = ProximityCheck.EV3;
        for (int at = 0; at < 8; at += length) {
            Bytes part = READER.slice(at, at + length);
            check = check.round(Bytes.of(length).plus(part));
            assertEquals(OWN.slice(at, at + length), check.answer());
            covered = Bytes.concat(covered, check.answer(), part);
        }
        Cmac cmac = new Cmac(BlockCipher.aes(KEY.value().reveal()));
        Bytes right = cmac.truncated(Bytes.of(0xFD).plus(covered));
        assertEquals(cmac.truncated(Bytes.of(0x90).plus(covered)), check.verify(KEY, right));

        ProximityCheck done = check;
        Bytes wrong = right.with(7, Bytes.of(right.get(7) ^ 1));
        assertEquals(
                DesfireStatus.INTEGRITY_ERROR,
                assertThrows(Refusal.class, () -> done.verify(KEY, wrong)).status());
        assertEquals(DesfireStatus.PARAMETER_ERROR, refusalOf(done, "01C0"));
    }

    @Test
    void roundsThatCannotBe() throws Refusal {
        assertEquals(DesfireStatus.LENGTH_ERROR, refusalOf(PREPARED, "02C0"));
        assertEquals(DesfireStatus.LENGTH_ERROR, refusalOf(PREPARED, ""));
        assertEquals(DesfireStatus.PARAMETER_ERROR, refusalOf(PREPARED, "03C0C1C2"));
        assertEquals(DesfireStatus.PARAMETER_ERROR, refusalOf(PREPARED, "00"));
        ProximityCheck begun = PREPARED.round(Bytes.fromHex("02C0C1"));
        assertEquals(DesfireStatus.PARAMETER_ERROR, refusalOf(begun, "04C2C3C4C5"));
        assertEquals(
                DesfireStatus.PERMISSION_DENIED,
                assertThrows(Refusal.class, () -> begun.verify(KEY, Bytes.zeros(8)))
                        .status());
    }
}
