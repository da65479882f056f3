package io.github.tagsmith.desfire.observer;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.sm.KeyAnswer;
import io.github.tagsmith.desfire.sm.MemoryKey;
import java.util.Map;
import java.util.Optional;

/**
 * The messages of an authentication. Whoever knows the key finds RndA in the token; with that RndA, the holder of the key has
 * to come to the same token.
 *
 * @param method how
 * @param first false for one inside a transaction
 * @param keyNo the key's number
 * @param challenge RndB, enciphered, or clear with LRP
 * @param token the reader's answer
 * @param proof the card's last message
 */
record HeardHandshake(
        AuthenticationMethod method, boolean first, KeyNo keyNo, Bytes challenge, Bytes token, Bytes proof) {

    private static final int FRAMES = 2;
    private static final int KEY_NUMBER = 0x3F;
    private static final Bytes LRP_PREFIX = Bytes.of(1);
    private static final int LRP_CHALLENGE = 17;

    private static final Map<Instruction, AuthenticationMethod> METHODS = Map.of(
            Instruction.AUTHENTICATE, AuthenticationMethod.D40,
            Instruction.AUTHENTICATE_ISO, AuthenticationMethod.ISO,
            Instruction.AUTHENTICATE_AES, AuthenticationMethod.AES,
            Instruction.AUTHENTICATE_EV2_FIRST, AuthenticationMethod.EV2,
            Instruction.AUTHENTICATE_EV2_NON_FIRST, AuthenticationMethod.EV2);

    /** Gives the clear text of a token, which begins with RndA. */
    private interface Token {
        Bytes clear(BlockCipher cipher, Bytes challenge, Bytes token);
    }

    private static final Map<AuthenticationMethod, Token> TOKENS = Map.of(
            AuthenticationMethod.D40, (cipher, challenge, token) -> cipher.encipherReceived(zero(cipher), token),
            AuthenticationMethod.ISO, HeardHandshake::chained,
            AuthenticationMethod.AES, HeardHandshake::chained,
            AuthenticationMethod.EV2, (cipher, challenge, token) -> cipher.decipherCbc(zero(cipher), token),
            AuthenticationMethod.LRP, (cipher, challenge, token) -> token);

    private static Bytes zero(BlockCipher cipher) {
        return Bytes.zeros(cipher.blockSize());
    }

    private static Bytes chained(BlockCipher cipher, Bytes challenge, Bytes token) {
        return cipher.decipherCbc(challenge.slice(challenge.length() - cipher.blockSize()), token);
    }

    static boolean isBegunBy(Instruction instruction) {
        return METHODS.containsKey(instruction);
    }

    /** Reads what was said; parts that did not come are empty. */
    static HeardHandshake of(Message message) {
        Frame begin = message.frames().get(0);
        boolean complete = message.frames().size() == FRAMES;
        Bytes challenge = message.isOpen() || complete ? begin.answer() : Bytes.EMPTY;
        boolean lrp = challenge.length() == LRP_CHALLENGE && challenge.startsWith(LRP_PREFIX);
        AuthenticationMethod named = METHODS.getOrDefault(message.instruction(), AuthenticationMethod.D40);
        return new HeardHandshake(
                lrp ? AuthenticationMethod.LRP : named,
                message.instruction() != Instruction.AUTHENTICATE_EV2_NON_FIRST,
                new KeyNo(begin.data().isEmpty() ? 0 : begin.data().get(0) & KEY_NUMBER),
                lrp ? challenge.slice(LRP_PREFIX.length()) : challenge,
                complete ? message.frames().get(1).data() : Bytes.EMPTY,
                complete ? message.frames().get(1).answer() : Bytes.EMPTY);
    }

    /** What the holder of a key answers, if that is what the reader answered. */
    Optional<KeyAnswer> answerOf(DesfireKey key) {
        Token form = TOKENS.get(method);
        boolean wholeBlocks = challenge.length() % key.algorithm().blockSize() == 0;
        if (form == null || challenge.isEmpty() || !wholeBlocks || token.length() != 2 * challenge.length()) {
            return Optional.empty();
        }
        Bytes rndA = form.clear(key.cipher(), challenge, token).slice(0, challenge.length());
        try {
            KeyAnswer answer = new MemoryKey(key, length -> rndA).answer(method, first, challenge);
            return answer.token().equals(token) ? Optional.of(answer) : Optional.empty();
        } catch (NfcException otherAlgorithm) {
            return Optional.empty();
        }
    }

    /** Not the nonces. */
    @Override
    public String toString() {
        return method + " with key " + keyNo;
    }
}
