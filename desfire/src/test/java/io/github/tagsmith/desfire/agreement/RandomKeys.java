package io.github.tagsmith.desfire.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.ChangeKey;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.sm.MemoryKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Authenticating in every method that the card and the key know, with right and wrong keys, and changing keys. */
final class RandomKeys {

    private static final int SW_91 = 0x9100;

    private final RandomReader reader;

    RandomKeys(RandomReader reader) {
        this.reader = reader;
    }

    private List<AuthenticationMethod> methods(KeyAlgorithm algorithm) {
        if (reader.isLrp()) {
            return List.of(AuthenticationMethod.LRP);
        }
        Map<AuthenticationMethod, Capability> needs = Map.of(
                AuthenticationMethod.D40, Capability.D40,
                AuthenticationMethod.ISO, Capability.ISO_AUTHENTICATION,
                AuthenticationMethod.AES, Capability.AES_AUTHENTICATION,
                AuthenticationMethod.EV2, Capability.EV2_AUTHENTICATION);
        return List.of(AuthenticationMethod.values()).stream()
                .filter(method -> needs.containsKey(method) && reader.can(needs.get(method)))
                .filter(method -> method.takes(algorithm))
                .toList();
    }

    void authenticate() throws NfcException {
        if (reader.model().selected.isPicc() && !reader.can(Capability.APPLICATIONS)) {
            return;
        }
        KeyNo number =
                new KeyNo(reader.random().nextInt(reader.model().place().keys.size()));
        DesfireKey key = reader.model().place().keys.get(number.value());
        boolean isRight = reader.random().nextInt(12) > 0;
        DesfireKey used = isRight ? key : another(key.algorithm());
        AuthenticationMethod method = reader.oneOf(methods(key.algorithm()));
        reader.count();
        try {
            boolean further = isInTransaction(method) && reader.random().nextInt(3) == 0;
            if (further) {
                reader.channel().authenticateNonFirst(number, new MemoryKey(used, reader.bytes()));
            } else {
                reader.channel().authenticate(method, number, new MemoryKey(used, reader.bytes()));
            }
            assertEquals(true, isRight, "a wrong key was taken");
            reader.model().logIn(method, number, further);
        } catch (NfcException refused) {
            if (isRight) {
                throw refused;
            }
            assertEquals(OptionalLong.of(SW_91 | DesfireStatus.AUTHENTICATION_ERROR.code()), refused.code());
            reader.model().refused();
            reader.channel().leaveSession();
        }
    }

    private boolean isInTransaction(AuthenticationMethod method) {
        return method.isCounting()
                && reader.model()
                        .login
                        .filter(login -> login.method() == method)
                        .isPresent();
    }

    private DesfireKey another(KeyAlgorithm algorithm) {
        return DesfireKey.of(algorithm, reader.bytes().next(algorithm.keyLength()));
    }

    /** The master key changes all; with the settings that every application has here, nobody else changes any. */
    void change() throws NfcException {
        ModelCard.Place place = reader.model().place();
        if (!reader.model().isMaster()) {
            return;
        }
        KeyNo number = new KeyNo(reader.random().nextInt(place.keys.size()));
        boolean isOwn = number.equals(KeyNo.MASTER);
        KeyAlgorithm algorithm = reader.model().selected.isPicc() && reader.can(Capability.APPLICATIONS)
                ? reader.oneOf(List.of(KeyAlgorithm.TDEA_2, KeyAlgorithm.TDEA_3, KeyAlgorithm.AES))
                : place.algorithm;
        DesfireKey key = another(algorithm);
        Optional<DesfireKey> old = isOwn ? Optional.empty() : Optional.of(place.keys.get(number.value()));
        if (reader.order(new ChangeKey(number, reader.model().selected.isPicc(), key, old), Optional.empty())) {
            place.keys.set(number.value(), key);
            if (isOwn) {
                reader.model().refused();
                reader.channel().leaveSession();
            }
        }
    }
}
