package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.KeySettings;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.picc.memory.CardFile;
import io.github.tagsmith.desfire.picc.memory.CardState;
import io.github.tagsmith.desfire.picc.memory.FileSettings;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.Optional;

/**
 * The card while a command runs: what it keeps and what it forgets without power, both of which the command may change. It lives
 * for one command.
 */
final class Draft {

    private CardState stored;
    private Activation activation;
    private final RandomSource random;
    private boolean changed;

    Draft(CardState stored, Activation activation, RandomSource random) {
        this.stored = stored;
        this.activation = activation;
        this.random = random;
    }

    CardState stored() {
        return stored;
    }

    void store(CardState next) {
        stored = next;
        changed = true;
    }

    /** Whether the command stored anything. */
    boolean isChanged() {
        return changed;
    }

    Activation activation() {
        return activation;
    }

    void activate(Activation next) {
        activation = next;
    }

    RandomSource random() {
        return random;
    }

    boolean can(Capability capability) {
        return stored.generation().can(capability);
    }

    boolean isCardLevel() {
        return activation.selected().isPicc();
    }

    /** The selected application. */
    Optional<Application> selected() {
        return stored.application(activation.selected());
    }

    /** The selected application, where the row of the command asks for one. */
    Application application() throws Refusal {
        return selected().orElseThrow(() -> new Refusal(DesfireStatus.PERMISSION_DENIED));
    }

    /** The key settings of what is selected. */
    KeySettings keySettings() {
        return selected().map(Application::settings).orElse(stored.settings());
    }

    /** Takes memory. */
    void take(int blocks) throws Refusal {
        if (blocks > stored.free()) {
            throw new Refusal(DesfireStatus.OUT_OF_EEPROM);
        }
        store(stored.taking(blocks));
    }

    /** A file of the selected application as it is stored. */
    CardFile file(FileNo number) throws Refusal {
        return application().file(number).orElseThrow(() -> new Refusal(DesfireStatus.FILE_NOT_FOUND));
    }

    /** A file of one type. */
    <T extends CardFile> T file(FileNo number, Class<T> type) throws Refusal {
        return as(type, file(number));
    }

    /** The copy of a file that the open transaction changes, which is the file itself at first. */
    <T extends CardFile> T shadow(FileNo number, Class<T> type) throws Refusal {
        CardFile stands = file(number);
        return as(type, activation.transaction().shadow(number).orElse(stands));
    }

    private static <T extends CardFile> T as(Class<T> type, CardFile file) throws Refusal {
        if (!type.isInstance(file)) {
            throw new Refusal(DesfireStatus.PARAMETER_ERROR);
        }
        return type.cast(file);
    }

    /** Changes a file at once. */
    void put(FileNo number, CardFile file) throws Refusal {
        store(stored.with(application().with(number, file)));
    }

    /** Changes a file with the transaction. */
    void putShadow(FileNo number, CardFile shadow) {
        activation = activation.with(activation.transaction().with(number, shadow));
    }

    /** Changes the settings of a file at once, also of its shadow copy. */
    void putSettings(FileNo number, FileSettings settings) throws Refusal {
        put(number, file(number).with(settings));
        activation.transaction().shadow(number).ifPresent(shadow -> putShadow(number, shadow.with(settings)));
    }
}
