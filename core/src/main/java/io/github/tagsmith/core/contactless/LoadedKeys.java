package io.github.tagsmith.core.contactless;

import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.core.dialect.KeyForms;
import io.github.tagsmith.core.dialect.StatusMeaning;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which key lies in which slot of the reader, as far as this connection has put it there, so that a key is loaded only when
 * it is not there. No more than two slots are used, unless the reader takes each only once.
 */
final class LoadedKeys {

    private static final int MOST_SLOTS = 2;
    private static final int MOST_SUSPICIONS = 3;

    private final ReaderKeys keys;

    /** In the order of their last use. */
    private final List<Loaded> loaded = new ArrayList<>();

    private int loads;

    private record Loaded(int slot, KeyType type, SecretBytes key) {}

    LoadedKeys(ReaderKeys keys) {
        this.keys = keys;
    }

    /** The slot that holds a key for use as one of the two types; it is loaded if none does. */
    int slotWith(KeyType type, SecretBytes key) throws NfcException {
        Optional<Loaded> present = loaded.stream()
                .filter(each -> each.key().equals(key) && fits(each, type))
                .findFirst();
        if (present.isPresent()) {
            loaded.remove(present.get());
            loaded.add(present.get());
            return present.get().slot();
        }
        return load(type, key);
    }

    private boolean fits(Loaded each, KeyType type) {
        return !keys.forms().boundToType() || each.type() == type;
    }

    private int load(KeyType type, SecretBytes key) throws NfcException {
        KeyForms before = keys.forms();
        for (int suspicions = 0; suspicions < MOST_SUSPICIONS; suspicions++) {
            int slot = nextSlot(type);
            loaded.removeIf(each -> each.slot() == slot && fits(each, type));
            if (keys.load(slot, type, key) == StatusMeaning.DONE) {
                if (!loaded.isEmpty() && !keys.forms().equals(before)) {
                    loaded.clear();
                }
                int taken = Math.max(slot, keys.forms().firstSlot());
                loaded.add(new Loaded(taken, type, SecretBytes.of(key.reveal())));
                return taken;
            }
        }
        throw NfcException.protocol("the reader answers loads of a key with 0000, whatever the slot")
                .withCode(0)
                .withHint("Reconnect the card or the reader");
    }

    /** A free slot, else the one used longest ago; always another one where each can be loaded only once. */
    private int nextSlot(KeyType type) {
        KeyForms forms = keys.forms();
        if (!forms.slotReuse()) {
            return forms.firstSlot() + loads++ % forms.slots();
        }
        int end = forms.firstSlot() + Math.min(forms.slots(), MOST_SLOTS);
        for (int slot = forms.firstSlot(); slot < end; slot++) {
            int free = slot;
            if (loaded.stream().noneMatch(each -> each.slot() == free && fits(each, type))) {
                return free;
            }
        }
        return loaded.stream()
                .filter(each -> fits(each, type))
                .findFirst()
                .map(Loaded::slot)
                .orElse(forms.firstSlot());
    }

    StatusWord authenticate(int block, KeyType type, SecretBytes key) throws NfcException {
        return keys.authenticate(block, type, slotWith(type, key));
    }
}
