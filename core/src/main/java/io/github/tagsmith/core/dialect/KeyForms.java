package io.github.tagsmith.core.dialect;

import java.util.Optional;

/**
 * Where a key goes in the reader and how an authentication names it.
 *
 * @param volatileLoad loads a key into memory that forgets it without power
 * @param storedLoad loads a key into memory that keeps it
 * @param firstSlot the lowest key number
 * @param slots how many key numbers there are; of each type, where the number depends on it
 * @param slotReuse whether a key number can be loaded a second time
 * @param pauseMillis how long to wait after a load
 * @param authenticate the form of PC/SC 2.02 and later, general authenticate
 * @param oldAuthenticate the form before it
 */
public record KeyForms(
        Optional<CommandForm> volatileLoad,
        Optional<CommandForm> storedLoad,
        int firstSlot,
        int slots,
        boolean slotReuse,
        int pauseMillis,
        CommandForm authenticate,
        Optional<CommandForm> oldAuthenticate) {

    /**
     * The load to use where it does not matter whether the reader keeps the key.
     *
     * @return the volatile one, if there is one
     */
    public CommandForm load() {
        return volatileLoad.or(() -> storedLoad).orElseThrow();
    }

    /**
     * Whether a key is loaded as key A or as key B, and can be used as nothing else.
     *
     * @return true if so
     */
    public boolean boundToType() {
        return load().has(Field.TYPE) || load().has(Field.SLOT_BY_TYPE);
    }
}
