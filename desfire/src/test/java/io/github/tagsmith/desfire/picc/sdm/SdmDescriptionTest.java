package io.github.tagsmith.desfire.picc.sdm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.Vector;
import io.github.tagsmith.desfire.model.AccessRight;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.SdmSettings;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings out of two published examples (AN12196), and every condition of table 71 of NT4H2421Gx. */
class SdmDescriptionTest {

    private static SdmSettings settings(String wire) throws Refusal {
        return new SdmDescription(Bytes.fromHex(wire), 256, 5, false).settings(3);
    }

    @Test
    void changeFileSettingsOfTheNote() throws Refusal {
        Vector vector = Vector.of("ev2-mac-full.json", "ev2_command")
                .filter(candidate -> candidate.toString().equals("an12196-changefilesettings"))
                .findFirst()
                .orElseThrow();
        SdmSettings settings = settings(vector.bytes("data").slice(3).toHex());
        assertEquals(AccessRight.of(new KeyNo(2)), settings.metaRead());
        assertEquals(AccessRight.of(new KeyNo(1)), settings.fileRead());
        assertEquals(AccessRight.of(new KeyNo(1)), settings.counterRetrieval());
        assertEquals(Optional.of(0x20), settings.offsets().piccData());
        assertEquals(Optional.of(0x43), settings.offsets().macInput());
        assertEquals(Optional.of(0x43), settings.offsets().mac());
        assertEquals(Optional.empty(), settings.offsets().enciphered());
    }

    @Test
    void getFileSettingsOfTheNote() throws Refusal {
        Vector vector = Vector.of("file-settings.json", "file_settings")
                .filter(candidate -> candidate.toString().equals("ntag424-sdm"))
                .findFirst()
                .orElseThrow();
        SdmSettings settings = settings(vector.bytes("raw").slice(7).toHex());
        assertEquals(Optional.of(0x1F), settings.offsets().piccData());
        assertEquals(Optional.of(0x44), settings.offsets().macInput());
        assertEquals(
                Optional.of(new SdmSettings.Part(0x44, 0x20)),
                settings.offsets().enciphered());
        assertEquals(Optional.of(0x6A), settings.offsets().mac());
        assertEquals(AccessRight.FREE, settings.counterRetrieval());
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource({
        "C1F1, 7E, too short",
        "C1F121200000430000, 7E, the MAC offset is missing",
        "C1F12120000043000043000000, 7E, a byte too many",
        "C0F121200000430000430000, 9E, not ASCII",
        "C9F121200000430000430000, 9E, a tamper wire that is not there",
        "C10121200000430000430000, 9E, the reserved nibble is not F",
        "C1F125200000430000430000, 9E, key 5 of 5",
        "C1F571200000430000430000, 9E, key 5 for retrieval",
        "C1F12E200000430000430000, 9E, file read free",
        "01FF21200000430000430000, 9E, meta read but nothing mirrored",
        "81FFF1430000430000, 9E, UID mirrored but no meta read",
        "81F121200000430000430000, 9E, retrieval without a counter",
        "D1F12F200000, 9E, enciphered data without file read",
        "91FF21200000440000440000200000640000, 9E, enciphered data without the counter",
        "A1FF21200000430000430000640000, 9E, a limit without a counter",
        "E1F121200000430000430000030000, 9E, a limit that was reached",
        "C1F121E10000430000430000, 9E, PICCData behind the end",
        "C1F121200000430000F10000, 9E, MAC behind the end",
        "C1F12120000030000030000 0, 9E, MAC over PICCData",
        "C1F1E11000001D0000430000430000, 9E, counter over UID",
        "C1F121200000440000430000, 9E, MAC input behind the MAC",
        "D1F121200000430000430000210000640000, 9E, not a multiple of 32",
        "D1F121200000440000430000200000640000, 9E, enciphered data before the MAC input",
        "D1F121200000430000430000200000620000, 9E, MAC inside enciphered data",
        "D1F121200000430000430000000000640000, 9E, no enciphered data"
    })
    void refuses(String wire, String status, String why) {
        Refusal refusal = assertThrows(Refusal.class, () -> settings(wire.replace(" ", "")), why);
        assertEquals(DesfireStatus.of(Integer.parseInt(status, 16)).orElseThrow(), refusal.status(), why);
    }

    @Test
    void clearMirrorsAndTheLimit() throws Refusal {
        SdmSettings settings = settings("E1FEEF100000200000040000");
        assertEquals(Optional.of(0x10), settings.offsets().uid());
        assertEquals(Optional.of(0x20), settings.offsets().readCounter());
        assertEquals(Optional.of(4), settings.readCounterLimit());
        assertEquals(4, SdmReadCounter.next(settings, 3));
        assertEquals(
                DesfireStatus.PERMISSION_DENIED,
                assertThrows(Refusal.class, () -> SdmReadCounter.next(settings, 4))
                        .status());
    }

    @Test
    void theCounterDoesNotRunOver() throws Refusal {
        SdmSettings settings = settings("C1F121200000430000430000");
        assertEquals(0xFFFFFF, SdmReadCounter.next(settings, 0xFFFFFE));
        assertEquals(
                DesfireStatus.INTEGRITY_ERROR,
                assertThrows(Refusal.class, () -> SdmReadCounter.next(settings, 0xFFFFFF))
                        .status());
        assertEquals(Bytes.fromHex("0A0B0C0000"), SdmReadCounter.answer(0x0C0B0A));
    }

    /** Meta read free and the counter's offset FFFFFF: it is counted, not mirrored. */
    @Test
    void aCounterMayBeMirroredNowhere() throws Refusal {
        SdmSettings settings = settings("C1FEEF100000FFFFFF");
        assertEquals(Optional.of(0xFFFFFF), settings.offsets().readCounter());
        Bytes content = Bytes.repeat(256, '.');
        SdmRandom random = new SdmRandom(Bytes.zeros(8), Bytes.zeros(15));
        Bytes mirrored = new SdmMirror(
                        settings,
                        Bytes.fromHex("04E141124C2880"),
                        5,
                        random,
                        key -> {
                            throw new AssertionError("no key is needed");
                        },
                        false)
                .of(content);
        assertEquals(content.with(16, Bytes.fromHex("3034453134313132344332383830")), mirrored);
    }
}
