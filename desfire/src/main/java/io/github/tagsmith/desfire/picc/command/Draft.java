package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeySettings;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.picc.memory.CardFile;
import io.github.tagsmith.desfire.picc.memory.CardState;
import io.github.tagsmith.desfire.picc.memory.Delegation;
import io.github.tagsmith.desfire.picc.memory.FilePlace;
import io.github.tagsmith.desfire.picc.memory.FileSettings;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import io.github.tagsmith.desfire.picc.tmac.TransactionInput;
import java.util.Optional;

/**
 * The card while a command runs: what it keeps and what it forgets without power, both of which the command may change. It lives
 * for one command.
 */
final class Draft {

    /** The bit of a file or key number that turns a command to the second application. */
    static final int SECOND = 0x80;

    private CardState stored;
    private Activation activation;
    private final RandomSource random;
    private final Passing before;
    private Aid target;
    private boolean changed;

    Draft(CardState stored, Activation activation, RandomSource random) {
        this.stored = stored;
        this.activation = activation.with(Passing.NONE);
        this.before = activation.passing();
        this.target = activation.selection().aid();
        this.random = random;
    }

    /** What the command before left. */
    Passing before() {
        return before;
    }

    /** Whether a file or key number is of the second application: bit 7, where one is selected. */
    boolean isOfSecond(int number) {
        return (number & SECOND) != 0 && activation.selection().second().isPresent();
    }

    /** The command goes to the second application. */
    void turnToSecond() {
        target = activation.selection().second().orElse(target);
    }

    /** The same card, to read a file whose number may be of the second application. */
    Draft reading(int number) {
        Draft other = new Draft(stored, activation, random);
        if (isOfSecond(number)) {
            other.turnToSecond();
        }
        return other;
    }

    /** The application that the command goes to, or the card itself. */
    Aid target() {
        return target;
    }

    /** The key of the target that somebody is authenticated with. */
    Optional<KeyNo> key() {
        return activation.login().filter(login -> login.aid().equals(target)).map(Login::key);
    }

    boolean isMaster() {
        return key().equals(Optional.of(KeyNo.MASTER));
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
        return activation.selection().aid().isPicc();
    }

    /** The application that the command goes to. */
    Optional<Application> selected() {
        return stored.application(target);
    }

    /** The same, where the row of the command asks for one. */
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
            TransactionInput longer = transaction.input(target).plus(instruction, parameters, data);
            activation = activation.with(transaction.with(target, longer));
        }
    }

    /** A file of the application as it is stored. */
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
        return as(type, activation.transaction().shadow(place(number)).orElse(stands));
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
        activation = activation.with(activation.transaction().with(place(number), shadow));
    }

    /** Changes the settings of a file at once, also of its shadow copy. */
    void putSettings(FileNo number, FileSettings settings) throws Refusal {
        put(number, file(number).with(settings));
        activation.transaction().shadow(place(number)).ifPresent(shadow -> putShadow(number, shadow.with(settings)));
    }

    /** The same file among those of the card. */
    FilePlace place(FileNo number) {
        return new FilePlace(target, number);
    }
}
