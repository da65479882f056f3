package io.github.tagsmith.desfire.picc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends hex, and after an authentication of the first DESFire with a zero key what a session of it protects: [..] is deciphered with
 * its CRC16 behind, (..) goes with the MAC of an empty message behind, {..} as it is. Spelled out after sections 3 and 4 of the
 * protocol reference, apart from the card.
 */
final class D40Reader {

    private static final Pattern ENCIPHERED = Pattern.compile("([\\[{(])([0-9A-F]*)[]})]");
    private static final int BLOCK = 8;

    private final DesfirePicc card;
    private final boolean wraps;
    private BlockCipher session = KeyAlgorithm.DES.cipher(Bytes.zeros(BLOCK));

    private D40Reader(DesfirePicc card, boolean wraps) {
        this.card = card;
        this.wraps = wraps;
    }

    static D40Reader of(CardGeneration generation) {
        return new D40Reader(Reader.of(generation).card(), false);
    }

    /** For a card that knows no native frames, after a command that selects its application. */
    static D40Reader wrapping(CardGeneration generation, String select) {
        DesfirePicc card = Reader.of(generation).card();
        card.answer(Bytes.fromHex(select));
        return new D40Reader(card, true);
    }

    /** Sends what must succeed, or begin a chain. */
    D40Reader also(String command) {
        String answer = send(command);
        assertTrue(
                answer.startsWith("00") || answer.startsWith("AF") || answer.startsWith("90"), command + ": " + answer);
        return this;
    }

    /** The status, then the data. */
    String send(String command) {
        Bytes wire = Bytes.fromHex(enciphered(command));
        if (!wraps) {
            return card.answer(wire).toHex();
        }
        Bytes data = wire.slice(1);
        Bytes length = data.isEmpty() ? Bytes.EMPTY : Bytes.of(data.length());
        Bytes answer = card.answer(Bytes.concat(Bytes.of(0x90, wire.get(0), 0, 0), length, data, Bytes.of(0)));
        return Bytes.of(answer.get(answer.length() - 1))
                .plus(answer.slice(0, answer.length() - 2))
                .toHex();
    }

    private String enciphered(String command) {
        Matcher matcher = ENCIPHERED.matcher(command);
        return matcher.replaceAll(found -> {
            Bytes data = Bytes.fromHex(found.group(2));
            return switch (found.group(1)) {
                case "[" -> sent(session, data.plus(crc16(data))).toHex();
                case "(" ->
                    data.plus(session.encipherCbc(Bytes.zeros(BLOCK), Bytes.zeros(BLOCK))
                                    .slice(0, 4))
                            .toHex();
                default -> data.toHex();
            };
        });
    }

    D40Reader authenticated(int key) {
        BlockCipher zero = KeyAlgorithm.DES.cipher(Bytes.zeros(BLOCK));
        Bytes challenge = Bytes.fromHex(send("0A0" + key)).slice(1);
        Bytes rndB = zero.decipherCbc(Bytes.zeros(BLOCK), challenge);
        Bytes rndA = Bytes.repeat(BLOCK, 0x11);
        also("AF" + sent(zero, Bytes.concat(rndA, rndB.slice(1), rndB.slice(0, 1))));
        session = KeyAlgorithm.DES.cipher(rndA.slice(0, 4).plus(rndB.slice(0, 4)));
        return this;
    }

    /** The reader deciphers, chaining on what it sends; zeros fill up the last block. */
    private static Bytes sent(BlockCipher cipher, Bytes clear) {
        Bytes whole = clear.plus(Bytes.zeros((BLOCK - clear.length() % BLOCK) % BLOCK));
        Bytes all = Bytes.EMPTY;
        Bytes before = Bytes.zeros(BLOCK);
        for (int at = 0; at < whole.length(); at += BLOCK) {
            before = cipher.decipherCbc(
                    Bytes.zeros(BLOCK), whole.slice(at, at + BLOCK).xor(before));
            all = all.plus(before);
        }
        return all;
    }

    /** Preset 6363, polynomial 8408, low byte first. */
    private static Bytes crc16(Bytes data) {
        int crc = 0x6363;
        for (int i = 0; i < data.length(); i++) {
            crc ^= data.get(i);
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0x8408;
            }
        }
        return Bytes.littleEndian(crc, 2);
    }
}
