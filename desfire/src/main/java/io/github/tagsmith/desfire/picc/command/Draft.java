package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeySettings;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.picc.memory.CardFile;
import io.github.tagsmith.desfire.picc.memory.CardState;
import io.github.tagsmith.desfire.picc.memory.Delegation;
import io.github.tagsmith.desfire.picc.memory.FileSettings;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import io.github.tagsmith.desfire.picc.tmac.TransactionInput;
import java.util.Optional;

/**
 * The card while a command runs: what it keeps and what it forgets without power, both of which the command may change. It lives
 * for one command.
 */
final class Draft {

    private CardState stored;
    private Activation activation;
    private final RandomSource random;
    private final Optional<FileNo> readBefore;
    private boolean changed;

    Draft(CardState stored, Activation activation, RandomSource random) {
        this.stored = stored;
        this.activation = activation.withSdmRead(Optional.empty());
        this.readBefore = activation.sdmRead();
        this.random = random;
    }

    /** Whether the command before read a file with SDM, too. */
    boolean wasReadBefore(FileNo number) {
        return readBefore.equals(Optional.of(number));
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

    /** How many blocks are free for what is selected: those of the card, or what the quota of its slot leaves. */
    int free() {
        return selected().flatMap(Application::delegation).map(Delegation::free).orElseGet(stored::free);
    }

    /** Takes memory. */
    void take(int blocks) throws Refusal {
        if (blocks > free()) {
            throw new Refusal(DesfireStatus.OUT_OF_EEPROM);
        }
        Optional<Application> delegated =
                selected().filter(some -> some.delegation().isPresent());
        store(delegated.isPresent() ? stored.with(delegated.get().taking(blocks)) : stored.taking(blocks));
    }

    /** Lets the transaction MAC of the application cover a command, if it has one. */
    void cover(Instruction instruction, Bytes parameters, Bytes data) throws Refusal {
        if (application().transactionMacFile().isPresent()) {
            Transaction transaction = activation.transaction();
            TransactionInput longer = transaction.input().plus(instruction, parameters, data);
            activation = activation.with(transaction.with(longer));
        }
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
