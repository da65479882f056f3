package io.github.tagsmith.desfire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.channel.Framing;
import io.github.tagsmith.desfire.command.SelectApplication;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.AccessRights;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.FileAccess;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileSettings;
import io.github.tagsmith.desfire.model.FileType;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeyVersion;
import io.github.tagsmith.desfire.transfer.CardForms;
import io.github.tagsmith.desfire.transfer.FileTransfer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The facade over the channel, against elmue-session-15 of full-apdu-traces.json (a real EV1) and against made answers. */
class FacadeTest {

    private static final DesfireKey ZERO = DesfireKey.zero(KeyAlgorithm.AES);
    private static final RandomSource RND_A = length -> Bytes.fromHex("C2A1E47B96A5589FAAE90C03FE6D00A7");
    private static final FileNo FILE = new FileNo(1);

    private static RecordedCard authenticated() {
        return new RecordedCard()
                .with("5A16AE00", "00")
                .with("AA00", "AFEDDAF0C5D9A7CF42B8808BE2013899A1")
                .with(
                        "AFD8105F874E2CA57B76C354A8066B0D7880B0C4EC399DBF253438DB46D75F8F60",
                        "00459C76B71AB9F1736413F5ACD73E7DF9");
    }

    private static DesfireChannel channel(RecordedCard card) throws NfcException {
        DesfireChannel channel = DesfireChannel.over(card, Framing.NATIVE);
        channel.send(new SelectApplication(Aid.of("00AE16")));
        new Authenticator(channel, RND_A).authenticate(AuthenticationMethod.AES, KeyNo.MASTER, ZERO);
        return channel;
    }

    private static DesfireKey key(String hex) {
        return new DesfireKey(KeyAlgorithm.AES, SecretBytes.of(Bytes.fromHex(hex)), new KeyVersion(0x10));
    }

    @Test
    void anotherKeyIsChangedWithItsOldValue() throws NfcException {
        RecordedCard card = authenticated()
                .with("C401E7ECCB6BD1CA64BC161A12B1C024F71430337408C8A87EACAB7A1FF18951FCA3", "002128D3CD9C9ACFFF");
        DesfireChannel channel = channel(card);
        KeyReplacement replacement = new KeyReplacement(channel);
        KeyNo one = new KeyNo(1);
        NfcException error = assertThrows(
                NfcException.class,
                () -> replacement.replace(one, key("00102030405060708090A0B0B0A09080"), Optional.empty()));
        assertEquals(ErrorKind.INVALID_REQUEST, error.kind());
        replacement.replace(one, key("00102030405060708090A0B0B0A09080"), Optional.of(ZERO));
        assertTrue(card.isFinished());
        assertTrue(replacement.isOwn(KeyNo.MASTER));
    }

    /** An EV1 does not know EV2's command and is asked again in its own way; made from the same recording. */
    @Test
    void anOlderCardIsAskedInItsOwnWay() throws NfcException {
        RecordedCard card = new RecordedCard()
                .with("710000", "1C")
                .with("AA00", "AFEDDAF0C5D9A7CF42B8808BE2013899A1")
                .with(
                        "AFD8105F874E2CA57B76C354A8066B0D7880B0C4EC399DBF253438DB46D75F8F60",
                        "00459C76B71AB9F1736413F5ACD73E7DF9");
        DesfireChannel channel = DesfireChannel.over(card, Framing.NATIVE);
        assertEquals(AuthenticationMethod.AES, new Authenticator(channel, RND_A).authenticate(KeyNo.MASTER, ZERO));
        assertTrue(card.isFinished());
    }

    @Test
    void aWrongKeyIsNotTriedInOtherWays() {
        RecordedCard card = new RecordedCard().with("710000", "AE");
        DesfireChannel channel = DesfireChannel.over(card, Framing.NATIVE);
        NfcException error = assertThrows(
                NfcException.class, () -> new Authenticator(channel, RND_A).authenticate(KeyNo.MASTER, ZERO));
        assertEquals(ErrorKind.AUTHENTICATION_FAILED, error.kind());
    }

    private static FileContent file(DesfireChannel channel, FileType type, String rights) {
        FileAccess access = FileAccess.of(CommMode.FULL, AccessRights.fromWire(Bytes.fromHex(rights)));
        FileTransfer transfer = new FileTransfer(channel, new CardForms(), Optional.empty());
        return new FileContent(transfer, FILE, new FileSettings.Data(type, access, 4, Optional.empty()));
    }

    /** Rights as on the wire: both, change, read, write. */
    @Test
    void freeAccessIsPlain() throws NfcException {
        DesfireChannel plain = DesfireChannel.over(new RecordedCard(), Framing.NATIVE);
        assertEquals(CommMode.PLAIN, file(plain, FileType.STANDARD, "10E1").mode(FileOperation.READ));
        assertEquals(CommMode.FULL, file(plain, FileType.STANDARD, "10E1").mode(FileOperation.WRITE));
        DesfireChannel key0 = channel(authenticated());
        assertEquals(CommMode.PLAIN, file(key0, FileType.STANDARD, "10E1").mode(FileOperation.READ));
        assertEquals(CommMode.FULL, file(key0, FileType.STANDARD, "00E1").mode(FileOperation.READ));
        assertEquals(CommMode.FULL, file(key0, FileType.STANDARD, "E10F").mode(FileOperation.READ));
        assertEquals(CommMode.PLAIN, file(key0, FileType.STANDARD, "1F1E").mode(FileOperation.GET_VALUE));
    }

    @Test
    void onlySomeFilesAreCommitted() {
        DesfireChannel channel = DesfireChannel.over(new RecordedCard(), Framing.NATIVE);
        assertEquals(
                List.of(false, true),
                List.of(
                        file(channel, FileType.STANDARD, "0000").isTransactional(),
                        file(channel, FileType.BACKUP, "0000").isTransactional()));
    }

    /** Without a session the ISO form is tried, and the native one where the card does not know that. */
    @Test
    void chainingFollowsTheCard() throws NfcException {
        RecordedCard ev2 = new RecordedCard().with("90AD0000070100000004000000", "DEADBEEF9100");
        assertEquals(
                Bytes.fromHex("DEADBEEF"),
                file(DesfireChannel.over(ev2), FileType.STANDARD, "00EE").read(0, 4, CommMode.PLAIN));
        RecordedCard ev1 = new RecordedCard()
                .with("90AD0000070100000004000000", "911C")
                .with("90BD0000070100000004000000", "DEADBEEF9100");
        assertEquals(
                Bytes.fromHex("DEADBEEF"),
                file(DesfireChannel.over(ev1), FileType.STANDARD, "00EE").read(0, 4, CommMode.PLAIN));
        assertTrue(ev1.isFinished());
    }
}
