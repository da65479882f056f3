package io.github.tagsmith.classic.picc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.crypto1.Crypto1;
import io.github.tagsmith.classic.crypto1.Nonce;
import io.github.tagsmith.classic.crypto1.ParityFrame;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.CrcA;
import io.github.tagsmith.core.picc.AirFrame;
import io.github.tagsmith.core.picc.AirPicc;
import org.jspecify.annotations.Nullable;

/** A reader for the tests, on frames. */
final class AirReader {

    private static final Bytes NR = Bytes.fromHex("12345678");

    private final AirPicc card;
    private final Bytes uid;
    private @Nullable Crypto1 cipher;

    AirReader(AirPicc card, Bytes uid) {
        this.card = card;
        this.uid = uid.slice(uid.length() - 4);
    }

    private static AirFrame air(ParityFrame frame) {
        return AirFrame.of(frame.bytes(), frame.parity());
    }

    private AirFrame send(Bytes frame) {
        return card.exchange(air(cipher == null ? ParityFrame.plain(frame) : cipher.encrypt(frame)));
    }

    /** True if the card's answer is the right one; anything but silence has to be. */
    boolean authenticate(int command, int block, String key) {
        AirFrame first = send(CrcA.append(Bytes.of(command, block)));
        boolean nested = cipher != null;
        Crypto1 fresh = Crypto1.of(ClassicKey.of(key));
        Bytes nt = first.bytes();
        if (nested) {
            nt = fresh.decryptNonce(new ParityFrame(nt.xor(uid), first.parity()))
                    .bytes()
                    .xor(uid);
        } else {
            fresh.encrypt(nt, nt.xor(uid));
        }
        ParityFrame nr = fresh.encrypt(NR, NR);
        int nonce = (int) nt.toUnsignedBigEndian();
        ParityFrame ar = fresh.encrypt(Bytes.bigEndian(Nonce.readerAnswer(nonce), 4));
        AirFrame answer = card.exchange(
                AirFrame.of(nr.bytes().plus(ar.bytes()), nr.parity().plus(ar.parity())));
        if (answer.equals(AirFrame.NONE)) {
            return false;
        }
        ParityFrame at = fresh.decrypt(new ParityFrame(answer.bytes(), answer.parity()));
        assertTrue(at.isOdd());
        assertEquals(Bytes.bigEndian(Nonce.cardAnswer(nonce), 4), at.bytes());
        cipher = fresh;
        return true;
    }

    /** The four bits of an acknowledge, 16 bytes, or nothing; as hexadecimal digits. */
    String command(String plain) {
        return raw(CrcA.append(Bytes.fromHex(plain)));
    }

    /** The same for a frame whose checksum may be wrong. */
    String raw(Bytes plain) {
        AirFrame answer = send(plain);
        if (answer.isShort()) {
            assertEquals(4, answer.bits());
            int bits = answer.bytes().get(0);
            return Integer.toHexString(cipher == null ? bits : cipher.nibble(bits));
        }
        if (answer.equals(AirFrame.NONE)) {
            return "";
        }
        ParityFrame sent = new ParityFrame(answer.bytes(), answer.parity());
        ParityFrame read = cipher == null ? sent : cipher.decrypt(sent);
        assertTrue(read.isOdd() && CrcA.isRight(read.bytes()));
        return read.bytes().slice(0, read.bytes().length() - 2).toHex();
    }
}
