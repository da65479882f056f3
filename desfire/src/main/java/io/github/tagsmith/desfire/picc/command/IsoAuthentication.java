package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.picc.memory.Configuration;
import io.github.tagsmith.desfire.picc.sm.Ev1Handshake;
import io.github.tagsmith.desfire.picc.sm.Handshake;
import io.github.tagsmith.desfire.picc.sm.IsoHandshake;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.Map;

/**
 * Authentication by ISO 7816-4 commands: GET CHALLENGE, EXTERNAL AUTHENTICATE, INTERNAL AUTHENTICATE, one right after the other.
 *
 * <pre>
 * 00 84 00 00 Le              Le 08 or 10 is how long the nonces of the key are; 00: those of the master key
 * 00 82 P1 P2 Lc cryptogram   without Le
 * 00 88 P1 P2 Lc RPCD2 Le
 *
 * P1   00 as the key is, 02 two-key TDEA, 04 three-key TDEA, 09 AES
 * P2   00 the master key of the card, at card level; 80 and a key number: a key of what is selected
 * </pre>
 *
 * <p>P1, P2 and lengths are as liblogicalaccess sends them (desfireev1iso7816commands.cpp). Seen on real cards by users in public
 * forums: 8 bytes for Le 00, 6700 for EXTERNAL AUTHENTICATE with Le, 6D00 for INTERNAL AUTHENTICATE out of turn. The other status
 * words are ours, of those that the NXP Reader Library expects from a card.
 */
final class IsoAuthentication {

    private static final int OWN_KEYS = 0x80;
    private static final int KEY_BITS = 0x0F;
    private static final int SHORT_NONCE = 8;
    private static final int LONG_NONCE = 16;
    private static final StatusWord WRONG_P1_P2 = new StatusWord(0x6A86);

    private static final Map<KeyAlgorithm, Integer> ALGORITHMS = Map.of(
            KeyAlgorithm.DES, 0x02,
            KeyAlgorithm.TDEA_2, 0x02,
            KeyAlgorithm.TDEA_3, 0x04,
            KeyAlgorithm.AES, 0x09);

    private IsoAuthentication() {}

    static ResponseApdu challenge(Draft card, CommandApdu command) throws IsoRefusal, Refusal {
        requireKnown(card);
        require(reference(command) == 0, WRONG_P1_P2);
        int length = command.ne() == CommandApdu.MAX_SHORT_NE
                ? Ev1Handshake.nonceLength(Keys.key(card, KeyNo.MASTER).algorithm())
                : command.ne();
        require(command.data().isEmpty() && (length == SHORT_NONCE || length == LONG_NONCE), StatusWord.WRONG_LENGTH);
        Bytes challenge = card.random().next(length);
        card.activate(card.activation().with(Passing.challenge(challenge)));
        return new ResponseApdu(challenge, StatusWord.OK);
    }

    /** A wrong cryptogram is answered 6982, counts, and ends the session. */
    static ResponseApdu external(Draft card, CommandApdu command) throws IsoRefusal, Refusal {
        requireKnown(card);
        Bytes challenge =
                card.before().challenge().orElseThrow(() -> new IsoRefusal(StatusWord.CONDITIONS_NOT_SATISFIED));
        Login login = login(card, command);
        DesfireKey key = Keys.key(card, login.key());
        require(challenge.length() == Ev1Handshake.nonceLength(key.algorithm()), StatusWord.CONDITIONS_NOT_SATISFIED);
        require(command.ne() == 0 && command.data().length() == 2 * challenge.length(), StatusWord.WRONG_LENGTH);
        FailedAuthentications.check(card, login.place());
        card.activate(card.activation().loggedOut());
        try {
            IsoHandshake handshake = IsoHandshake.external(key, challenge, command.data());
            FailedAuthentications.succeeded(card, login.place());
            card.activate(
                    card.activation().with(Passing.proven(new Passing.Proven(login, handshake, reference(command)))));
            return new ResponseApdu(Bytes.EMPTY, StatusWord.OK);
        } catch (Refusal wrong) {
            FailedAuthentications.failed(card, login.place());
            return new ResponseApdu(Bytes.EMPTY, StatusWord.SECURITY_STATUS_NOT_SATISFIED);
        }
    }

    static ResponseApdu internal(Draft card, CommandApdu command) throws IsoRefusal, Refusal {
        requireKnown(card);
        Passing.Proven proven =
                card.before().proven().orElseThrow(() -> new IsoRefusal(StatusWord.INSTRUCTION_NOT_SUPPORTED));
        require(reference(command) == proven.reference(), WRONG_P1_P2);
        int length = proven.handshake().rndPcd().length();
        boolean whole = command.ne() == CommandApdu.MAX_SHORT_NE || command.ne() == 2 * length;
        require(whole && command.data().length() == length, StatusWord.WRONG_LENGTH);
        Handshake.Established established =
                proven.handshake().internal(command.data(), card.random().next(length));
        card.activate(card.activation().with(Transaction.NONE).loggedIn(proven.login(), established.session()));
        return new ResponseApdu(established.answer(), StatusWord.OK);
    }

    /** P1 and P2. */
    private static int reference(CommandApdu command) {
        return command.p1() << 8 | command.p2();
    }

    private static Login login(Draft card, CommandApdu command) throws IsoRefusal {
        boolean own = (command.p2() & OWN_KEYS) != 0;
        require(
                own ? (command.p2() & ~(OWN_KEYS | KEY_BITS)) == 0 : command.p2() == 0 && card.isCardLevel(),
                WRONG_P1_P2);
        KeyNo number = new KeyNo(command.p2() & KEY_BITS);
        try {
            KeyAlgorithm algorithm = Keys.key(card, number).algorithm();
            require(command.p1() == 0 || Integer.valueOf(command.p1()).equals(ALGORITHMS.get(algorithm)), WRONG_P1_P2);
            AuthenticationMethod method =
                    algorithm == KeyAlgorithm.AES ? AuthenticationMethod.AES : AuthenticationMethod.ISO;
            return new Login(method, card.target(), number);
        } catch (Refusal missing) {
            throw new IsoRefusal(WRONG_P1_P2);
        }
    }

    private static void requireKnown(Draft card) throws IsoRefusal {
        boolean known = card.can(Capability.ISO_AUTHENTICATION)
                && !card.stored().configuration().lacks(Configuration.NO_EV1_MESSAGING);
        require(known, StatusWord.INSTRUCTION_NOT_SUPPORTED);
    }

    private static void require(boolean good, StatusWord otherwise) throws IsoRefusal {
        if (!good) {
            throw new IsoRefusal(otherwise);
        }
    }
}
