package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.desfire.model.ApplicationKeys;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeySets;
import io.github.tagsmith.desfire.model.KeySettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keys and key settings in words. */
final class KeysText {

    private static final int MASTER = 0;

    private KeysText() {}

    static Map<String, @Nullable Object> json(ApplicationKeys keys) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("settings", keys.settings().toString());
        json.put("keys", keys.count());
        json.put("algorithm", keys.algorithm().toString());
        json.put("isoFileIds", keys.isoFileIds());
        json.put("keySets", keys.keySets().map(KeySets::count).orElse(null));
        json.put("masterKeyChangeable", keys.settings().isMasterKeyChangeable());
        json.put("listingFree", keys.settings().isListingFree());
        json.put("creatingFree", keys.settings().isCreatingFree());
        json.put("settingsChangeable", keys.settings().isChangeable());
        json.put("changeKey", keys.settings().changeKey());
        return json;
    }

    /** DES and two-key TDEA cannot be told apart from outside. */
    static String algorithmText(ApplicationKeys keys) {
        return keys.algorithm() == KeyAlgorithm.TDEA_2
                ? "DES or 2K3DES"
                : keys.algorithm().toString();
    }

    static String words(KeySettings settings) {
        List<String> words = new ArrayList<>();
        words.add(settings.toString());
        words.add(settings.isListingFree() ? "listing free" : "listing with the master key");
        words.add(settings.isCreatingFree() ? "creating free" : "creating with the master key");
        words.add(changer(settings));
        if (!settings.isMasterKeyChangeable()) {
            words.add("master key frozen");
        }
        if (!settings.isChangeable()) {
            words.add("settings frozen");
        }
        return String.join(", ", words);
    }

    private static String changer(KeySettings settings) {
        if (settings.isFrozen()) {
            return "keys frozen";
        }
        if (settings.isChangedByItself()) {
            return "each key changes itself";
        }
        return settings.changeKey() == MASTER
                ? "keys changed by the master key"
                : "keys changed by key " + settings.changeKey();
    }
}
