package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.crypto.Lrp;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.Instruction;
import org.jspecify.annotations.Nullable;

/**
 * How a method's handshake looks from outside.
 *
 * @param method the method
 * @param first the command that begins it
 * @param nonFirst the command that begins it inside a transaction
 * @param capabilities what follows the key number in the first command: LenCap and PCDCap2
 * @param challengePrefix what stands before RndB in the card's first answer
 */
record HandshakeForm(
        AuthenticationMethod method,
        Instruction first,
        Instruction nonFirst,
        Bytes capabilities,
        Bytes challengePrefix) {

    private static final Bytes NONE = Bytes.EMPTY;

    /** The length of PCDCap2, in bytes. */
    private static final int PCD_CAP_2 = 6;

    /** PCDCap2 of a reader without special abilities is not sent (AN12343); that of LRP is 02 and five zeros. */
    static HandshakeForm of(AuthenticationMethod method) {
        return switch (method) {
            case D40 -> plain(method, Instruction.AUTHENTICATE);
            case ISO -> plain(method, Instruction.AUTHENTICATE_ISO);
            case AES -> plain(method, Instruction.AUTHENTICATE_AES);
            case EV2 -> transaction(method, Bytes.of(0), NONE);
            case LRP -> transaction(method, Bytes.fromHex("06020000000000"), Bytes.of(1));
        };
    }

    private static HandshakeForm plain(AuthenticationMethod method, Instruction only) {
        return new HandshakeForm(method, only, only, NONE, NONE);
    }

    private static HandshakeForm transaction(AuthenticationMethod method, Bytes capabilities, Bytes challengePrefix) {
        return new HandshakeForm(
                method,
                Instruction.AUTHENTICATE_EV2_FIRST,
                Instruction.AUTHENTICATE_EV2_NON_FIRST,
                capabilities,
                challengePrefix);
    }

    /** Makes a session of keys; {@code before} is the one that it goes on from, inside a transaction. */
    Session open(Authentication authentication, SessionKeys keys, @Nullable TransactionMac before) throws NfcException {
        return switch (method) {
            case D40 -> new D40Session(authentication, des(keys));
            case ISO -> Ev1Session.opened(authentication, des(keys));
            case AES -> Ev1Session.opened(authentication, aes(keys));
            case EV2 -> ev2(authentication, keys, before);
            case LRP -> lrp(authentication, keys, before);
        };
    }

    private static BlockCipher des(SessionKeys keys) throws NfcException {
        Bytes key = keys.encryption().reveal();
        boolean known = key.length() == 8 || key.length() == 16 || key.length() == 24;
        return BlockCipher.des(known ? key : MemoryKey.requireLength(key, 16, "a session key"));
    }

    private static BlockCipher aes(SessionKeys keys) throws NfcException {
        return BlockCipher.aes(aesKey(keys.encryption()));
    }

    private static Bytes aesKey(SecretBytes key) throws NfcException {
        return MemoryKey.requireLength(key.reveal(), 16, "a session key");
    }

    private Session ev2(Authentication authentication, SessionKeys keys, @Nullable TransactionMac before)
            throws NfcException {
        Cmac cmac = new Cmac(BlockCipher.aes(aesKey(keys.mac())));
        return new Ev2Session(authentication, aes(keys), mac(cmac, keys, before));
    }

    /** Block 0 was that of the opening. */
    private Session lrp(Authentication authentication, SessionKeys keys, @Nullable TransactionMac before)
            throws NfcException {
        Lrp lrp = new Lrp(aesKey(keys.encryption()));
        TransactionMac mac = mac(lrp.cmac(LrpSession.MAC_KEY), keys, before);
        return new LrpSession(authentication, lrp, mac, before == null ? 1 : 0);
    }

    /**
     * The card gives back the capabilities that it was told, zeros for those that were left out: so in every handshake of the
     * vectors. Others would mean that somebody changed the command on its way.
     */
    private void requireEcho(Bytes echo) throws NfcException {
        Bytes sent = capabilities.slice(1);
        if (!echo.equals(sent.plus(Bytes.zeros(PCD_CAP_2 - sent.length())))) {
            throw NfcException.protocol("the card was told other capabilities of the reader than were sent")
                    .withHint("somebody changed them on their way: try again");
        }
    }

    /** A transaction goes on with its identifier and counter, or begins with the card's identifier and 0. */
    private TransactionMac mac(Cmac cmac, SessionKeys keys, @Nullable TransactionMac before) throws NfcException {
        if (before != null) {
            return new TransactionMac(cmac, before.ti(), before.cmdCtr());
        }
        Bytes opening = MemoryKey.requireLength(keys.opening(), 16, "the opening");
        requireEcho(opening.slice(opening.length() - PCD_CAP_2));
        return new TransactionMac(cmac, opening.slice(0, TransactionMac.TI_LENGTH), 0);
    }
}
