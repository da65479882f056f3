package io.github.tagsmith.cli.trace;

import io.github.tagsmith.cli.input.DesfireKeys;
import io.github.tagsmith.cli.terminal.Terminal;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.observer.KnownKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The DESFire keys that are tried: {@code [AID:NO:]KEY}, then the keys of delivery. */
final class KnownKeys {

    private static final Pattern PLACED = Pattern.compile("([0-9A-Fa-f]{6}):(\\d{1,2}):(.+)");
    private static final int TWO_KINDS = 16;

    private KnownKeys() {}

    static List<KnownKey> read(List<String> given, Terminal terminal) throws NfcException {
        DesfireKeys reader = new DesfireKeys(terminal);
        List<KnownKey> known = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Matcher placed = PLACED.matcher(given.get(i));
            boolean hasPlace = placed.matches() && Integer.parseInt(placed.group(2)) <= 63;
            Optional<Aid> application = hasPlace ? Optional.of(Aid.of(placed.group(1))) : Optional.empty();
            Optional<KeyNo> keyNo =
                    hasPlace ? Optional.of(new KeyNo(Integer.parseInt(placed.group(2)))) : Optional.empty();
            String origin = "--key " + (i + 1);
            for (DesfireKey key : keys(reader.read(hasPlace ? placed.group(3) : given.get(i)))) {
                known.add(new KnownKey(key, application, keyNo, origin));
            }
        }
        Stream.of(KeyAlgorithm.values())
                .map(algorithm -> KnownKey.anywhere(DesfireKey.zero(algorithm), "key of delivery"))
                .forEach(known::add);
        return known;
    }

    /** One key, or one for each algorithm that it may be of. */
    private static List<DesfireKey> keys(DesfireKeys.Given given) throws NfcException {
        List<KeyAlgorithm> algorithms = new ArrayList<>();
        if (given.algorithm().isPresent()) {
            algorithms.add(given.algorithm().get());
        } else if (given.value().isPresent() && given.value().get().length() == TWO_KINDS) {
            algorithms.addAll(List.of(KeyAlgorithm.AES, KeyAlgorithm.TDEA_2));
        } else {
            algorithms.addAll(List.of(KeyAlgorithm.values()));
        }
        List<DesfireKey> keys = new ArrayList<>();
        for (KeyAlgorithm algorithm : algorithms) {
            keys.add(given.key(algorithm));
        }
        return keys;
    }
}
