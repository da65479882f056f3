package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.CrcA;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.crypto.Crc32;
import io.github.tagsmith.desfire.crypto.Lrp;

/**
 * Enciphered and MACed answers with status 00, made from the layouts of the protocol reference and the primitives alone, so that
 * padding, checksum and MAC can be spoiled one by one. The clear bytes behind the data are the caller's.
 */
final class CardAnswers {

    private CardAnswers() {}

    /** What stands behind the data in an enciphered answer of D40. */
    static Bytes d40Tail(Bytes data) {
        return CrcA.of(data);
    }

    /** What stands behind the data in an enciphered answer of EV1. */
    static Bytes ev1Tail(Bytes data) {
        return Crc32.of(data.plus(Bytes.of(0)));
    }

    static Bytes d40(D40Session session, Bytes clear) {
        return session.cipher().encipherCbc(Bytes.zeros(8), clear);
    }

    /** The initial value is the CMAC of the command. */
    static Bytes ev1(Ev1Session session, Bytes command, Bytes clear) {
        BlockCipher cipher = session.cipher();
        return cipher.encipherCbc(session.cmac().of(session.iv(), command), clear);
    }

    static Bytes ev2(Ev2Session session, Bytes clear) {
        TransactionMac mac = session.mac();
        Bytes counter = Bytes.littleEndian(mac.cmdCtr() + 1, 2);
        Bytes iv = session.cipher().apply(Bytes.concat(Bytes.of(0x5A, 0xA5), mac.ti(), counter, Bytes.zeros(8)));
        return maced(mac.cmac(), mac.ti(), counter, session.cipher().encipherCbc(iv, clear));
    }

    static Bytes lrp(LrpSession session, Bytes clear) {
        TransactionMac mac = session.mac();
        Lrp lrp = session.lrp();
        Bytes cryptogram = lrp.encipher(1, LrpSession.counter(session.encCtr()), clear);
        return maced(mac.cmac(), mac.ti(), Bytes.littleEndian(mac.cmdCtr() + 1, 2), cryptogram);
    }

    private static Bytes maced(Cmac cmac, Bytes ti, Bytes counter, Bytes body) {
        return body.plus(Cmac.truncate(cmac.of(Bytes.concat(Bytes.of(0), counter, ti, body))));
    }
}
