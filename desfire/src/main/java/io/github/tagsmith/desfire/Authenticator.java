package io.github.tagsmith.desfire;

import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.sm.MemoryKey;
import java.util.Map;
import java.util.Optional;

/**
 * Authenticates in the newest way that card and key know. The newest is tried at once: asking for the version first would cost
 * more exchanges than an older card's refusal does.
 *
 * @param channel the channel to the card
 * @param random where nonces come from
 */
public record Authenticator(DesfireChannel channel, RandomSource random) {

    private static final int STATUS_91 = 0x9100;

    private static final Map<KeyAlgorithm, AuthenticationMethod> NEWEST = Map.of(
            KeyAlgorithm.AES, AuthenticationMethod.EV2,
            KeyAlgorithm.TDEA_3, AuthenticationMethod.ISO,
            KeyAlgorithm.TDEA_2, AuthenticationMethod.ISO,
            KeyAlgorithm.DES, AuthenticationMethod.ISO);

    /**
     * Authenticates.
     *
     * @param keyNo with which key of the selected application
     * @param key the key
     * @return how it was done
     * @throws NfcException {@code AUTHENTICATION_FAILED} if card and key do not fit
     */
    public AuthenticationMethod authenticate(KeyNo keyNo, DesfireKey key) throws NfcException {
        AuthenticationMethod method = NEWEST.getOrDefault(key.algorithm(), AuthenticationMethod.ISO);
        while (true) {
            try {
                authenticate(method, keyNo, key);
                return method;
            } catch (NfcException error) {
                method = instead(method, key.algorithm(), error).orElseThrow(() -> error);
            }
        }
    }

    /**
     * Authenticates in a certain way.
     *
     * @param method how
     * @param keyNo with which key of the selected application
     * @param key the key
     * @throws NfcException {@code AUTHENTICATION_FAILED} if card and key do not fit
     */
    public void authenticate(AuthenticationMethod method, KeyNo keyNo, DesfireKey key) throws NfcException {
        channel.authenticate(method, keyNo, new MemoryKey(key, random));
    }

    /**
     * What is tried when the card refuses a method: an older one if it does not know the command, LRP if it may not use AES. That
     * a card in LRP mode answers EV2 with 9D is stated by the NTAG 424 DNA data sheet only.
     */
    private static Optional<AuthenticationMethod> instead(
            AuthenticationMethod refused, KeyAlgorithm algorithm, NfcException error) {
        long code = error.code().orElse(0);
        boolean unknown = code == (STATUS_91 | DesfireStatus.ILLEGAL_COMMAND.code());
        boolean notAllowed = code == (STATUS_91 | DesfireStatus.PERMISSION_DENIED.code());
        return switch (refused) {
            case EV2 ->
                unknown
                        ? Optional.of(AuthenticationMethod.AES)
                        : notAllowed ? Optional.of(AuthenticationMethod.LRP) : Optional.empty();
            case ISO ->
                unknown && algorithm != KeyAlgorithm.TDEA_3 ? Optional.of(AuthenticationMethod.D40) : Optional.empty();
            case AES, D40, LRP -> Optional.empty();
        };
    }
}
