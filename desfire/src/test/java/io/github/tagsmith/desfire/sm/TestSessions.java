package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.crypto.Lrp;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.KeyNo;
import java.util.List;

/** A session of every kind under made keys: bytes 00 01 02 ... */
public final class TestSessions {

    private static final Bytes KEY = Bytes.fromHex("000102030405060708090A0B0C0D0E0F1011121314151617");
    private static final Bytes TI = Bytes.fromHex("01020304");

    private TestSessions() {}

    private static Authentication by(AuthenticationMethod method) {
        return new Authentication(method, new KeyNo(1));
    }

    public static D40Session d40() {
        return new D40Session(by(AuthenticationMethod.D40), BlockCipher.des(KEY.slice(0, 16)));
    }

    public static Ev1Session ev1(int keyLength) {
        return Ev1Session.opened(by(AuthenticationMethod.ISO), BlockCipher.des(KEY.slice(0, keyLength)));
    }

    public static Ev1Session ev1Aes() {
        return Ev1Session.opened(by(AuthenticationMethod.AES), BlockCipher.aes(KEY.slice(0, 16)));
    }

    public static Ev2Session ev2(int cmdCtr) {
        BlockCipher cipher = BlockCipher.aes(KEY.slice(0, 16));
        return new Ev2Session(by(AuthenticationMethod.EV2), cipher, new TransactionMac(new Cmac(cipher), TI, cmdCtr));
    }

    public static LrpSession lrp(int cmdCtr, long encCtr) {
        Lrp lrp = new Lrp(KEY.slice(0, 16));
        TransactionMac mac = new TransactionMac(lrp.cmac(LrpSession.MAC_KEY), TI, cmdCtr);
        return new LrpSession(by(AuthenticationMethod.LRP), lrp, mac, encCtr);
    }

    public static List<Session> all() {
        return List.of(d40(), ev1(8), ev1(16), ev1(24), ev1Aes(), ev2(0), lrp(0, 1));
    }

    /** Session keys of a length and an opening of a length. */
    static SessionKeys keys(int length, int opening) {
        SecretBytes key = SecretBytes.of(Bytes.zeros(length));
        return new SessionKeys(key, key, Bytes.zeros(opening));
    }
}
