package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The keys in a reader. They outlive cards. */
final class KeyMemory {

    private static final int KEY_LENGTH = 6;
    private static final int TYPE_B_STEP = 0x10;
    private static final int ONLY_KEY = 0x01;
    private static final StatusWord NOTHING_SAID = new StatusWord(0x0000);

    private final KeyRule rule;
    private final Map<Integer, Bytes> keys = new HashMap<>();

    KeyMemory(KeyRule rule) {
        this.rule = rule;
    }

    StatusWord load(CommandApdu command) {
        if (command.data().length() != KEY_LENGTH) {
            return rule.wrongLength();
        }
        Integer slots = rule.slots().get(command.p1());
        if (slots == null) {
            return rule.wrongStructure();
        }
        if (!isNumber(command.p2(), slots)) {
            return rule.wrongNumber();
        }
        if (rule.once() && keys.containsKey(command.p2())) {
            return NOTHING_SAID;
        }
        keys.put(command.p2(), command.data());
        return StatusWord.OK;
    }

    private boolean isNumber(int p2, int slots) {
        return switch (rule.meaning()) {
            case SLOT -> isSlot(p2, slots);
            case TYPE -> p2 == KeyType.A.code() || p2 == KeyType.B.code();
            case SLOT_BY_TYPE -> isSlot(p2, slots) || isSlot(p2 - TYPE_B_STEP, slots);
        };
    }

    private boolean isSlot(int number, int slots) {
        return number >= rule.firstSlot() && number < rule.firstSlot() + slots;
    }

    /** The key that an authentication names; none if it was never loaded, or for the other type. */
    Optional<Bytes> key(KeyType type, int number) {
        return switch (rule.meaning()) {
            case SLOT -> Optional.ofNullable(keys.get(number));
            case TYPE -> number == ONLY_KEY ? Optional.ofNullable(keys.get(type.code())) : Optional.empty();
            case SLOT_BY_TYPE ->
                (number >= TYPE_B_STEP) == (type == KeyType.B)
                        ? Optional.ofNullable(keys.get(number))
                        : Optional.empty();
        };
    }
}
