package io.github.tagsmith.classic;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.picc.ClassicImage;
import io.github.tagsmith.classic.picc.ClassicPicc;
import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.contactless.Negotiation;
import io.github.tagsmith.core.contactless.Pn53x;
import io.github.tagsmith.core.contactless.ReaderMemory;
import io.github.tagsmith.core.contactless.ReaderSettings;
import io.github.tagsmith.core.contactless.StorageCard;
import io.github.tagsmith.core.contactless.TransparentSession;
import io.github.tagsmith.core.contactless.ValueCommands;
import io.github.tagsmith.core.dialect.Dialect;
import io.github.tagsmith.core.dialect.Dialects;
import io.github.tagsmith.core.dialect.EscapeVia;
import io.github.tagsmith.core.dialect.SettingForm;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.picc.HelloPicc;
import io.github.tagsmith.core.virtual.VirtualSlot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every dialect, against a reader that has the firmware of its family. */
class ReaderDialectTest {

    private static final SecretBytes KEY = SecretBytes.of(Bytes.repeat(6, 0xFF));
    private static final SecretBytes OTHER = SecretBytes.of(Bytes.fromHex("A0A1A2A3A4A5"));
    private static final Bytes UID = Bytes.fromHex("DEADBEEF");

    /** A delivered card in a reader; everything that is sent is kept. */
    private static final class Desk implements ApduChannel {

        private final ClassicPicc picc = new ClassicPicc(ClassicImage.delivered(ClassicType.K4, UID));
        private final VirtualSlot slot;
        private final List<String> sent = new ArrayList<>();

        Desk(String firmware) {
            slot = VirtualSlot.of(firmware).orElseThrow();
            slot.present(picc);
        }

        @Override
        public Bytes transmit(Bytes command) throws NfcException {
            sent.add(command.toHex());
            return slot.transmit(command);
        }

        Bytes block(int number) {
            return picc.image().block(new BlockNo(number));
        }
    }

    static Stream<String> ids() {
        return Dialects.builtIn().all().stream().map(Dialect::id);
    }

    private static Dialect dialect(String id) throws NfcException {
        return Dialects.builtIn().required(id);
    }

    @Test
    void everyDialectHasAReaderWhoseNameLeadsToIt() {
        for (String firmware : VirtualSlot.firmwares()) {
            String name = VirtualSlot.of(firmware).orElseThrow().readerName();
            assertEquals(firmware, Dialects.builtIn().ofReader(name).id());
        }
        assertEquals(
                ids().sorted().toList(),
                VirtualSlot.firmwares().stream().sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void keysAndBlocks(String id) throws NfcException {
        Desk desk = new Desk(id);
        StorageCard card = new StorageCard(desk, dialect(id));
        assertEquals(UID, card.uid());
        assertEquals(Optional.empty(), card.ats());
        int slot = dialect(id).keys().firstSlot();
        card.loadKey(slot, KeyType.A, KEY);
        assertEquals(StatusWord.OK, card.authenticate(4, KeyType.A, slot));
        Bytes data = Bytes.repeat(16, 0x5A);
        assertEquals(StatusWord.OK, card.update(5, data));
        assertEquals(data, card.read(5).data());
        int many = card.blocksAtOnce(4, 3);
        assertEquals(many * 16, card.readBlocks(4, many).data().length());
        assertFalse(card.read(8).isOk(), "another sector");
        assertFalse(card.read(4).isOk(), "the refusal ended the authentication");
        for (KeyType type : KeyType.values()) {
            StatusWord wrong = card.authenticate(4, type, OTHER);
            assertFalse(wrong.equals(StatusWord.OK), wrong.toString());
            assertTrue(dialect(id).statuses().wrongKey().contains(wrong), wrong.toString());
            assertEquals(StatusWord.OK, card.authenticate(4, type, KEY));
        }
        assertTrue(card.authenticate(4, KeyType.A, KEY).equals(StatusWord.OK));
        assertTrue(card.read(6).isOk());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void aKeyIsLoadedOnceForManySectors(String id) throws NfcException {
        Desk desk = new Desk(id);
        StorageCard card = new StorageCard(desk, dialect(id));
        for (int sector = 0; sector < 8; sector++) {
            assertEquals(StatusWord.OK, card.authenticate(4 * sector, KeyType.A, KEY));
        }
        assertEquals(9, desk.sent.size());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void valueBlocks(String id) throws NfcException {
        Desk desk = new Desk(id);
        Dialect dialect = dialect(id);
        StorageCard card = new StorageCard(desk, dialect);
        card.authenticate(4, KeyType.A, KEY);
        ValueCommands values = card.values();
        assertEquals(StatusWord.OK, values.store(4, 0x01020304));
        assertEquals(Bytes.fromHex("04030201FBFCFDFE0403020104FB04FB"), desk.block(4));
        assertEquals(0x01020304, values.read(4));
        if (dialect.values().increment().isEmpty()) {
            assertFails(ErrorKind.REFUSED, () -> values.increment(4, 1));
            return;
        }
        assertEquals(StatusWord.OK, values.increment(4, 0x100));
        assertEquals(0x01020404, values.read(4));
        assertEquals(StatusWord.OK, values.decrement(4, 5));
        assertEquals(0x010203FF, values.read(4));
        assertEquals(Bytes.fromHex("FF030201"), desk.block(4).slice(0, 4));
        if (dialect.values().copy().isPresent()) {
            assertEquals(StatusWord.OK, values.copy(4, 6));
            assertEquals(desk.block(4), desk.block(6));
        } else {
            assertFails(ErrorKind.REFUSED, () -> values.copy(4, 6));
        }
        if (!dialect.values().doubtful()) {
            assertFalse(values.increment(8, 1).equals(StatusWord.OK), "not open");
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void settings(String id) throws NfcException {
        Desk desk = new Desk(id);
        Dialect dialect = dialect(id);
        ReaderSettings settings =
                new ReaderSettings(dialect, Optional.of(desk::transmit), Optional.of(desk.slot::escape));
        assertEquals(dialect.escape() != EscapeVia.NONE, settings.reachable());
        for (SettingForm setting : dialect.settings()) {
            if (setting.takesDuration()) {
                settings.set(setting.name(), Duration.ofMillis(200));
            } else if (setting.set().isPresent()) {
                settings.set(setting.name(), 0x01);
                if (setting.get().isPresent()) {
                    assertEquals(Bytes.of(1), settings.get(setting.name()).bytes(), setting.name());
                }
            }
            if (setting.get().isPresent()) {
                assertFalse(settings.get(setting.name()).text().isEmpty(), setting.name());
            }
        }
        assertFails(ErrorKind.REFUSED, () -> settings.get("no such setting"));
    }

    @ParameterizedTest
    @CsvSource({"acr122u, ACR122U207", "acr1252, e1 frame", "identiv-utrust, 1.5.0", "omnikey5x22, 1.3.1"})
    void firmware(String id, String text) throws NfcException {
        Desk desk = new Desk(id);
        ReaderSettings settings =
                new ReaderSettings(dialect(id), Optional.of(desk::transmit), Optional.of(desk.slot::escape));
        String firmware = settings.get(SettingForm.FIRMWARE).text();
        assertEquals(text.equals("e1 frame") ? "ACR1252U_V105" : text, firmware);
    }

    @Test
    void theAcr122sLedAnswerIsTheStateOfTheLeds() throws NfcException {
        Desk desk = new Desk("acr122u");
        ReaderSettings settings = new ReaderSettings(dialect("acr122u"), Optional.of(desk::transmit), Optional.empty());
        assertEquals(Bytes.of(1), settings.set(SettingForm.LED, 0x0D).bytes());
        assertEquals(Bytes.of(3), settings.set(SettingForm.LED, 0x0A).bytes());
        assertEquals(Bytes.of(0), settings.set(SettingForm.LED, 0x0C).bytes());
    }

    @Test
    void aSettingThatGoesByControlIsNotSentToTheCard() throws NfcException {
        Desk desk = new Desk("acr1252");
        ReaderSettings settings = new ReaderSettings(dialect("acr1252"), Optional.of(desk::transmit), Optional.empty());
        assertFalse(settings.reachable());
        assertFails(ErrorKind.REFUSED, () -> settings.get(SettingForm.FIRMWARE));
        assertEquals(List.of(), desk.sent);
    }

    @ParameterizedTest
    @CsvSource({
        "pcsc, identiv, FF8200000",
        "pcsc, identiv-utrust, FF8200000",
        "acr122u, identiv, FF8200000",
        "pcsc, omnikey5x22, FF8200000",
        "pcsc, omnikey5x21, FF8200000"
    })
    void anotherFormOfLoadKeyIsNegotiatedAndRemembered(String spoken, String firmware, String refused)
            throws NfcException {
        Desk desk = new Desk(firmware);
        ReaderMemory memory = new ReaderMemory();
        Negotiation negotiation = memory.of("reader", dialect(spoken));
        StorageCard card = new StorageCard(desk, dialect(spoken), negotiation);
        for (KeyType type : KeyType.values()) {
            assertEquals(StatusWord.OK, card.authenticate(4, type, KEY));
        }
        assertTrue(desk.sent.get(0).startsWith(refused), desk.sent.toString());
        assertEquals(
                1, desk.sent.stream().filter(sent -> sent.startsWith(refused)).count());
        assertEquals(dialect(firmware).keys().load(), negotiation.keys().load());

        desk.sent.clear();
        assertSame(negotiation, memory.of("reader", dialect(spoken)));
        StorageCard next = new StorageCard(desk, dialect(spoken), memory.of("reader", dialect(spoken)));
        assertEquals(StatusWord.OK, next.authenticate(4, KeyType.B, KEY));
        assertEquals(2, desk.sent.size());
    }

    @Test
    void aRefusalThatNoOtherFormHelpsIsReported() throws NfcException {
        VirtualSlot slot = VirtualSlot.of("acr1252").orElseThrow();
        slot.present(new HelloPicc());
        StorageCard card = new StorageCard(slot::transmit, dialect("acr1252"));
        NfcException failure = assertFails(ErrorKind.REFUSED, () -> card.loadKey(0, KEY));
        assertEquals(0x6300, failure.code().orElse(-1));
        assertTrue(failure.hint().orElse("").contains("14443-4"));
    }

    @Test
    void theOldAuthenticateIsUsedWhereTheNewOneIsUnknown() throws NfcException {
        Desk desk = new Desk("acr122u");
        ApduChannel old = command -> command.get(1) == 0x86 ? Bytes.fromHex("6D00") : desk.transmit(command);
        StorageCard card = new StorageCard(old, dialect("acr122u"));
        assertEquals(StatusWord.OK, card.authenticate(4, KeyType.A, KEY));
        assertEquals(StatusWord.OK, card.authenticate(8, KeyType.A, KEY));
        assertEquals(List.of("FF8200000" + "6FFFFFFFFFFFF", "FF8800046000", "FF8800086000"), desk.sent);
    }

    @Test
    void microsoftsDriverGetsEachKeyIntoANewSlot() throws NfcException {
        Desk desk = new Desk("microsoft-nfc");
        new StorageCard(desk, dialect("microsoft-nfc")).loadKey(0, OTHER);
        StorageCard card = new StorageCard(desk, dialect("microsoft-nfc"));
        NfcException failure = assertFails(ErrorKind.PROTOCOL, () -> card.loadKey(0, KEY));
        assertEquals(0, failure.code().orElse(-1));
        assertEquals(StatusWord.OK, card.authenticate(4, KeyType.A, KEY), "slot 0 answers 0000, slot 1 takes it");
        assertTrue(desk.sent.get(desk.sent.size() - 1).endsWith("6001"), desk.sent.toString());
    }

    @Test
    void anIncrementInTheWrongDirectionIsNoticed() throws NfcException {
        Desk desk = new Desk("identiv-utrust");
        StorageCard card = new StorageCard(desk, dialect("identiv"));
        card.authenticate(4, KeyType.A, KEY);
        card.values().store(4, 100);
        NfcException failure =
                assertFails(ErrorKind.PROTOCOL, () -> card.values().increment(4, 1));
        assertTrue(failure.getMessage().contains("does not hold 101 but 99"), failure.getMessage());
    }

    @Test
    void theChipOfTheAcr122() throws NfcException {
        Desk desk = new Desk("acr122u");
        Pn53x chip = new Pn53x(desk, dialect("acr122u"));
        assertEquals(Bytes.fromHex("32010607"), chip.firmwareVersion());
        assertEquals(Bytes.fromHex("01 01 0002 18 04 DEADBEEF"), chip.listPassiveTarget());
        Bytes key = KEY.reveal();
        assertFails(
                ErrorKind.REFUSED, () -> chip.dataExchange(1, Bytes.concat(Bytes.of(0x60, 4), OTHER.reveal(), UID)));
        assertFails(ErrorKind.REFUSED, () -> chip.dataExchange(1, Bytes.concat(Bytes.of(0x60, 4), key, UID)));
        chip.listPassiveTarget();
        chip.dataExchange(1, Bytes.concat(Bytes.of(0x60, 4), key, UID));
        Bytes value = Bytes.fromHex("05000000FAFFFFFF0500000004FB04FB");
        chip.dataExchange(1, Bytes.of(0xA0, 4).plus(value));
        assertEquals(value, chip.dataExchange(1, Bytes.of(0x30, 4)));
        chip.dataExchange(1, Bytes.fromHex("C1 04 03000000"));
        chip.dataExchange(1, Bytes.fromHex("B0 04"));
        chip.dataExchange(1, Bytes.fromHex("C0 04 01000000"));
        chip.dataExchange(1, Bytes.fromHex("B0 05"));
        chip.dataExchange(1, Bytes.fromHex("C2 04 00000000"));
        chip.dataExchange(1, Bytes.fromHex("B0 06"));
        assertEquals(8, desk.block(4).get(0));
        assertEquals(7, desk.block(5).get(0));
        assertEquals(8, desk.block(6).get(0));
        assertFails(ErrorKind.REFUSED, () -> chip.dataExchange(1, Bytes.of(0x30, 8)));
        assertFails(ErrorKind.REFUSED, () -> new Pn53x(desk, dialect("acr1252")));
    }

    @Test
    void transparentSession() throws NfcException {
        Desk desk = new Desk("acr1252");
        try (TransparentSession session = new TransparentSession(desk, dialect("acr1252"))) {
            session.useIso14443Layer3();
            assertEquals(Bytes.of(0x04), session.transceive(Bytes.of(0x30, 0x04), Duration.ofMillis(50)), "NAK");
        }
        assertEquals(
                List.of(
                        "FFC2000002" + "8100",
                        "FFC20002048F020003",
                        "FFC200010B5F460450C30000" + "95023004" + "00",
                        "FFC20000028200"),
                desk.sent);
        assertFails(ErrorKind.REFUSED, () -> new TransparentSession(desk, dialect("acr122u")));
    }
}
