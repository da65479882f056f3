package io.github.tagsmith.core.dialect;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectsTest {

    @ParameterizedTest
    @CsvSource({
        "ACS ACR122U PICC Interface 00 00, acr122u",
        "ACS ACR122U 01 00, acr122u",
        "ACS ACR1222L 00 00, acr122u",
        "ACS ACR1252 1S CL Reader [ACR1252 Dual Reader PICC] 00 00, acr1252",
        "ACS ACR1281 1S Dual Reader 00 01, acr1252",
        "SCM Microsystems Inc. SCL3711 reader & NFC device 00 00, identiv",
        "SCM Microsystems Inc. SCL010 Contactless Reader 0, identiv",
        "Identiv uTrust 3700 F Contactless Reader 0, identiv-utrust",
        "Identive CLOUD 4700 F Contactless Reader 0, identiv-utrust",
        "OMNIKEY CardMan 5x21-CL 0, omnikey5x21",
        "HID OMNIKEY 5422CL Smartcard Reader 0, omnikey5x22",
        "HID Global OMNIKEY 5022 Smart Card Reader 0, omnikey5x22",
        "HID Global OMNIKEY 5023 Smart Card Reader 0, omnikey5023",
        "SpringCard Prox'N'Roll Contactless 0, springcard",
        "Feitian R502 Contactless Reader 0, feitian-r502",
        "Cherry GmbH SmartTerminal XX1X 00, cherry",
        "Microsoft IFD 0, microsoft-nfc",
        "Virtual PCD 00 00, pcsc"
    })
    void aReaderIsKnownByItsName(String name, String id) {
        assertEquals(id, Dialects.builtIn().ofReader(name).id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "load = FF                          | 1 | no [id] stands before this line",
                "[x]~nonsense                       | 2 | a line is \"key = value\"",
                "[X Y]                              | 1 | a row begins with its id in brackets",
                "[x]~like = pcsc~[x]                | 3 | [x] is there already",
                "[x]~like = nobody                  | 2 | no row [nobody] stands before this one",
                "[x]~~# c~like = pcsc~lode = FF     | 5 | there is no \"lode\" in a dialect",
                "[x]~like = pcsc~load = F {slot} {key}       | 3 | load: \"F\" is neither two hexadecimal digits",
                "[x]~like = pcsc~load = FF {slott} {key}     | 3 | load: there is no field {slott}",
                "[x]~like = pcsc~load = FF 82 00 00 06 {key} | 3 | load lacks {slot} or {slot+type} or {type}",
                "[x]~like = pcsc~read = FF {block} {count} {data} | 3 | read has no use for {data}",
                "[x]~like = pcsc~retry = 69 : pcsc  | 3 | \"69\" is not a status word",
                "[x]~like = pcsc~retry = 6988 : y   | 3 | retry is status words, a colon, and the id",
                "[x]~like = pcsc~escape = maybe     | 3 | escape is one of control, none, transmit",
                "[x]~like = pcsc~read.most = 3      | 3 | read.most wants 2 numbers",
                "[x]~like = pcsc~slot.reuse = 1     | 3 | slot.reuse is yes or no",
                "[x]~like = pcsc~slots = 1~slots = 2| 4 | \"slots\" is there already, in line 3",
                "[x]~like = pcsc~setting.led.set = FF | 3 | setting.led.set lacks {state}",
                "[x]~like = pcsc~setting.led.states = on | 3 | \"on\" is not name:byte",
                "[x]~load = FF {slot} {key}         | 1 | [x] has no authenticate",
                "[x]~title = nothing else           | 1 | [x] has neither load nor load.stored",
                "[x]~like = pcsc~slots = 0          | 1 | [x] has slots = 0"
            })
    void aMalformedRowIsNamedByItsLine(String text, int line, String why) {
        NfcException failure = assertFails(
                ErrorKind.MALFORMED_INPUT, () -> Dialects.builtIn().preceded("mine.conf", text.replace('~', '\n')));
        assertTrue(failure.getMessage().startsWith("mine.conf, line " + line + ": " + why), failure.getMessage());
    }

    @Test
    void theUsersRowsComeFirst() throws NfcException {
        Dialects dialects = Dialects.builtIn()
                .preceded("mine.conf", "[mine]\nlike = acr122u\nreader = acr122u*04 00\nread.most = 2 4\n");
        Dialect mine = dialects.ofReader("ACS ACR122U PICC Interface 04 00");
        assertEquals("mine", mine.id());
        assertEquals(2, mine.blocks().mostSmall());
        assertEquals(Dialects.builtIn().required("acr122u").values(), mine.values());
        assertEquals(
                "acr122u", dialects.ofReader("ACS ACR122U PICC Interface 00 00").id());
    }

    @Test
    void aUsersRowTakesThePlaceOfTheOneWithItsId() throws NfcException {
        Dialects dialects = Dialects.builtIn().preceded("mine.conf", "[pcsc]\nlike = pcsc\nslots = 1\n");
        assertEquals(1, dialects.ofReader("anything").keys().slots());
        assertEquals(Dialects.builtIn().all().size(), dialects.all().size());
    }

    @Test
    void theUsersFileIsInTheConfigurationFolder(@TempDir Path folder) throws IOException, NfcException {
        Path file = Files.createDirectories(folder.resolve("tagsmith")).resolve("dialects.conf");
        Files.writeString(file, "[mine]\nlike = pcsc\nreader = my reader\n");
        Map<String, String> environment = Map.of("XDG_CONFIG_HOME", folder.toString(), "HOME", "/nowhere");
        assertEquals("mine", Dialects.load(environment).ofReader("My Reader 0").id());
        Files.writeString(file, "[mine]\nlike = pcsc\n", StandardCharsets.UTF_16);
        assertFails(ErrorKind.MALFORMED_INPUT, () -> Dialects.load(environment));
        assertEquals(
                Path.of("/h/.config/tagsmith/dialects.conf"),
                Dialects.userFile(Map.of("HOME", "/h")).orElseThrow());
        assertEquals(Dialects.builtIn(), Dialects.load(Map.of()));
    }

    @Test
    void everyRowNamesItsSources() {
        for (Dialect dialect : Dialects.builtIn().all()) {
            assertFalse(dialect.sources().isEmpty(), dialect.id());
        }
    }

    @Test
    void anUnknownIdIsAnsweredWithTheKnownOnes() {
        NfcException failure =
                assertFails(ErrorKind.INVALID_REQUEST, () -> Dialects.builtIn().required("acr999"));
        assertTrue(failure.hint().orElse("").contains("acr1252"));
    }

    @Test
    void statusWordsHaveMeanings() throws NfcException {
        Statuses statuses = Dialects.builtIn().required("microsoft-nfc").statuses();
        assertEquals(StatusMeaning.SUSPICIOUS, statuses.ofKeyCommand(new StatusWord(0x0000)));
        assertEquals(StatusMeaning.WRONG_KEY, statuses.ofKeyCommand(new StatusWord(0x6981)));
        assertEquals(StatusMeaning.OTHER_FORM, statuses.ofKeyCommand(new StatusWord(0x6D00)));
        assertEquals(StatusMeaning.NOT_AUTHENTICATED, statuses.ofBlockCommand(new StatusWord(0x6982)));
        assertEquals(StatusMeaning.FAILED, statuses.ofBlockCommand(new StatusWord(0x6F00)));
        assertEquals(StatusMeaning.DONE, statuses.ofBlockCommand(StatusWord.OK));
    }
}
