package io.github.tagsmith.desfire.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.ChangeKey;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.sm.Ev1Session;
import io.github.tagsmith.desfire.sm.Handshake;
import io.github.tagsmith.desfire.sm.KeyAnswer;
import io.github.tagsmith.desfire.sm.Keys;
import io.github.tagsmith.desfire.sm.LostSession;
import io.github.tagsmith.desfire.sm.MemoryKey;
import io.github.tagsmith.desfire.sm.PlainSession;
import io.github.tagsmith.desfire.sm.RawCommand;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of the session. The exchanges are those of skjolber-testaes1-session-1 in full-apdu-traces.json: key 0 of the
 * card, AES zeros, and FormatPICC.
 */
class DesfireChannelTest {

    private static final KeyNo KEY_0 = new KeyNo(0);
    private static final RawCommand FORMAT = RawCommand.of(Instruction.FORMAT_PICC, "", "", CommMode.MAC);
    private static final RawCommand FREE_MEMORY = RawCommand.of(Instruction.FREE_MEMORY, "", "", CommMode.MAC);
    private static final RawCommand SELECT = RawCommand.of(Instruction.SELECT_APPLICATION, "000000", "", CommMode.PLAIN)
            .ending();

    private static final Recorded SESSION = Recorded.session("skjolber-testaes1-session-1");

    private static DesfireChannel authenticated(ScriptedCard card) throws NfcException {
        SESSION.authentication(card);
        DesfireChannel channel = DesfireChannel.over(card);
        channel.authenticate(AuthenticationMethod.AES, KEY_0, SESSION.key());
        assertEquals(2, channel.exchanges());
        return channel;
    }

    private static NfcException refused(DesfireChannel channel, RawCommand command) {
        return assertThrows(NfcException.class, () -> channel.send(command));
    }

    @Test
    void aGoodAnswer() throws NfcException {
        ScriptedCard card = new ScriptedCard();
        DesfireChannel channel = authenticated(card);
        card.expect("90FC000000", "F2C6A15CD7CF97349100");
        assertEquals(Bytes.EMPTY, channel.send(FORMAT));
        assertInstanceOf(Ev1Session.class, channel.session());
        assertEquals(3, channel.exchanges());
        card.assertPlayed();
    }

    /** MAC with one bit changed, cut, without, and with more behind it. */
    @ParameterizedTest
    @ValueSource(strings = {"F2C6A15CD7CF97359100", "F2C6A15CD7CF979100", "9100", "00F2C6A15CD7CF97349100"})
    void aBadMacEndsTheSession(String answer) throws NfcException {
        ScriptedCard card = new ScriptedCard();
        DesfireChannel channel = authenticated(card);
        card.expect("90FC000000", answer);
        assertEquals(ErrorKind.PROTOCOL, refused(channel, FORMAT).kind());
        assertInstanceOf(LostSession.class, channel.session());
        assertEquals(ErrorKind.INVALID_REQUEST, refused(channel, FREE_MEMORY).kind());
        assertEquals(3, channel.exchanges());
        card.assertPlayed();
    }

    @Test
    void aMissingAnswerEndsTheSession() throws NfcException {
        ScriptedCard card = new ScriptedCard();
        boolean[] gone = {false};
        DesfireChannel channel = DesfireChannel.over(sent -> {
            if (gone[0]) {
                throw new NfcException(ErrorKind.CARD_REMOVED, "gone");
            }
            return card.transmit(sent);
        });
        SESSION.authentication(card);
        channel.authenticate(AuthenticationMethod.AES, KEY_0, SESSION.key());
        gone[0] = true;
        assertEquals(ErrorKind.CARD_REMOVED, refused(channel, FORMAT).kind());
        assertInstanceOf(LostSession.class, channel.session());
    }

    /** After an error status only a selection, an authentication or a word of the caller's goes on. */
    @Test
    void anErrorStatusEndsTheSession() throws NfcException {
        ScriptedCard card = new ScriptedCard();
        DesfireChannel channel = authenticated(card);
        card.expect("90FC000000", "919D");
        NfcException error = refused(channel, FORMAT);
        assertEquals(ErrorKind.REFUSED, error.kind());
        assertEquals(0x919D, error.code().orElseThrow());
        assertEquals("FormatPICC was refused with 919D: access rights do not allow it", error.getMessage());
        assertEquals(
                "FreeMemory was not sent: the session is lost (FormatPICC was refused with 919D)",
                refused(channel, FREE_MEMORY).getMessage());
        card.expect("905A00000300000000", "9100");
        channel.send(SELECT);
        assertInstanceOf(PlainSession.class, channel.session());
        card.expect("906E000000", "0020009100");
        assertEquals(Bytes.fromHex("002000"), channel.send(FREE_MEMORY));
        card.assertPlayed();
    }

    @Test
    void goingOnWithoutAuthentication() throws NfcException {
        ScriptedCard card = new ScriptedCard();
        DesfireChannel channel = authenticated(card);
        card.expect("90FC000000", "919D").expect("906E000000", "0020009100");
        refused(channel, FORMAT);
        channel.leaveSession();
        assertEquals(Bytes.fromHex("002000"), channel.send(FREE_MEMORY));
    }

    @Test
    void anErrorStatusWithoutASessionChangesNothing() throws NfcException {
        ScriptedCard card = new ScriptedCard().expect("90FC000000", "91AE").expect("906E000000", "0020009100");
        DesfireChannel channel = DesfireChannel.over(card);
        NfcException error = refused(channel, FORMAT);
        assertEquals(ErrorKind.AUTHENTICATION_FAILED, error.kind());
        assertEquals(Optional.of("authenticate first"), error.hint());
        channel.send(FREE_MEMORY);
        card.assertPlayed();
    }

    @Test
    void aRefusedKey() {
        ScriptedCard card = new ScriptedCard().expect("90AA0000010000", "91AE");
        DesfireChannel channel = DesfireChannel.over(card);
        NfcException error = assertThrows(
                NfcException.class, () -> channel.authenticate(AuthenticationMethod.AES, KEY_0, SESSION.key()));
        assertEquals(ErrorKind.AUTHENTICATION_FAILED, error.kind());
        assertEquals(Optional.of("91AE: key 0 of 000000 is not that key, or is DES"), error.hint());
        assertInstanceOf(PlainSession.class, channel.session());
    }

    /** The card took the token, but its proof is not the one for this key. */
    @Test
    void aCardThatDoesNotKnowTheKey() {
        ScriptedCard card = new ScriptedCard();
        SESSION.authentication(card, "00000000000000000000000000000000");
        DesfireChannel channel = DesfireChannel.over(card);
        NfcException error = assertThrows(
                NfcException.class, () -> channel.authenticate(AuthenticationMethod.AES, KEY_0, SESSION.key()));
        assertEquals(ErrorKind.AUTHENTICATION_FAILED, error.kind());
        assertInstanceOf(LostSession.class, channel.session());
    }

    @Test
    void aKeyOfTheWrongAlgorithmIsNotTried() {
        DesfireChannel channel = DesfireChannel.over(new ScriptedCard());
        NfcException error = assertThrows(
                NfcException.class, () -> channel.authenticate(AuthenticationMethod.ISO, KEY_0, SESSION.key()));
        assertEquals(ErrorKind.INVALID_REQUEST, error.kind());
        assertEquals(0, channel.exchanges());
        assertInstanceOf(PlainSession.class, channel.session());
    }

    /** A card with a 3K3DES key challenges with 16 bytes. The handshake stays open there; what it says next was not executed. */
    @Test
    void aCardWithAKeyOfAnotherKind() throws NfcException {
        ScriptedCard card = new ScriptedCard()
                .expect("901A0000010000", "BC1C570BC948156187132364E4DCE17691AF")
                .expect("905A00000300000000", "91CA")
                .expect("905A00000300000000", "9100");
        DesfireChannel channel = DesfireChannel.over(card);
        MemoryKey key = Keys.key(KeyAlgorithm.DES, "0000000000000000", Bytes.zeros(8));
        NfcException error =
                assertThrows(NfcException.class, () -> channel.authenticate(AuthenticationMethod.ISO, KEY_0, key));
        assertEquals(ErrorKind.AUTHENTICATION_FAILED, error.kind());
        channel.send(SELECT);
        card.assertPlayed();
    }

    /** The key is somewhere else: challenge out, token in, proof out, session keys in. */
    @Test
    void anAuthenticationInSteps() throws NfcException {
        ScriptedCard card = new ScriptedCard();
        SESSION.authentication(card);
        card.expect("90FC000000", "F2C6A15CD7CF97349100");
        DesfireChannel channel = DesfireChannel.over(card);
        Handshake.Challenged challenged = channel.begin(Handshake.first(AuthenticationMethod.AES, KEY_0));
        assertEquals(ErrorKind.INVALID_REQUEST, refused(channel, FREE_MEMORY).kind());
        KeyAnswer elsewhere = SESSION.key().answer(AuthenticationMethod.AES, true, challenged.challenge());
        assertEquals(
                ErrorKind.INVALID_REQUEST,
                assertThrows(NfcException.class, () -> challenged.answered(Bytes.zeros(31)))
                        .kind());
        Handshake.Proven proven = channel.answer(challenged.answered(elsewhere.token()));
        assertInstanceOf(LostSession.class, channel.session());
        channel.open(proven, elsewhere.sessionKeys(proven.proof()));
        channel.send(FORMAT);
        card.assertPlayed();
    }

    @Test
    void nothingIsSentWhereItDoesNotFit() {
        DesfireChannel channel = DesfireChannel.over(new ScriptedCard());
        ChangeKey change = new ChangeKey(KEY_0, true, DesfireKey.zero(KeyAlgorithm.AES), Optional.empty());
        NfcException plain = assertThrows(NfcException.class, () -> channel.send(change));
        assertEquals(ErrorKind.INVALID_REQUEST, plain.kind());
        RawCommand transactionMac =
                RawCommand.of(Instruction.CREATE_TRANSACTION_MAC_FILE, "0F00000000", "00".repeat(17), CommMode.FULL);
        assertEquals(ErrorKind.INVALID_REQUEST, refused(channel, transactionMac).kind());
        NfcException outside =
                assertThrows(NfcException.class, () -> channel.authenticateNonFirst(KEY_0, SESSION.key()));
        assertEquals(ErrorKind.INVALID_REQUEST, outside.kind());
        assertEquals(0, channel.exchanges());
    }

    @Test
    void isoCommandsAreNoneOfASession() throws NfcException {
        ScriptedCard card = new ScriptedCard();
        DesfireChannel channel = authenticated(card);
        CommandApdu read = CommandApdu.of(0x00, 0xB0, 0x00, 0x00).withNe(256);
        NfcException error = assertThrows(NfcException.class, () -> channel.transmit(read));
        assertEquals(ErrorKind.INVALID_REQUEST, error.kind());
        card.expect("00A4040007D2760000850101", "9000").expect("00B0000000", "019000");
        assertTrue(channel.transmit(CommandApdu.of(0x00, 0xA4, 0x04, 0x00).withData(Bytes.fromHex("D2760000850101")))
                .isOk());
        assertEquals(Optional.empty(), channel.application());
        assertEquals(Bytes.of(1), channel.transmit(read).data());
        card.assertPlayed();
    }
}
