package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeySetNo;
import io.github.tagsmith.desfire.model.KeySettings;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.picc.memory.KeySet;
import io.github.tagsmith.desfire.picc.memory.KeySets;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.Optional;

/** What the card tells about its keys, and changing their settings. */
final class Keys {

    private static final int NUMBER = 0x3F;
    private static final int SET_FOLLOWS = 0x40;
    private static final int ALL_SETS = 0x80;
    private static final int FIRST_RULE = 0x0E;

    private Keys() {}

    /** The row of one of these commands. */
    static CommandRow row(Instruction instruction) {
        CommandRowBuilder row = new CommandRowBuilder(instruction);
        return switch (instruction) {
            case GET_KEY_SETTINGS ->
                row.needs(Capability.APPLICATIONS)
                        .at(Level.ANY)
                        .by(Permit.LISTING)
                        .does((card, command) -> Outcome.of(settings(card)));
            case CHANGE_KEY_SETTINGS ->
                row.needs(Capability.APPLICATIONS)
                        .at(Level.ANY)
                        .by(Permit.MASTER)
                        .header(0)
                        .bytes(1)
                        .in(ModeRule.FULL)
                        .does(Keys::changeSettings);
            case GET_KEY_VERSION -> row.at(Level.ANY).bytes(1, 2).does(Keys::version);
            default -> throw row.elsewhere();
        };
    }

    private static Bytes settings(Draft card) throws Refusal {
        Optional<Application> selected = card.selected();
        return selected.isPresent()
                ? ofApplication(selected.get())
                : Bytes.of(
                        card.stored().settings().value(),
                        1 | key(card, KeyNo.MASTER).algorithm().typeBits());
    }

    /** Two bytes; with several key sets also the version of the active one, their number, the longest key, the roll key. */
    private static Bytes ofApplication(Application application) {
        KeySets sets = application.keySets();
        KeySet current = sets.current();
        Bytes usual =
                Bytes.of(application.settings().value(), current.algorithm().typeBits() | sets.keyCount());
        return sets.capacity() == 1
                ? usual
                : usual.plus(Bytes.of(current.version().value(), sets.capacity(), sets.maxKeySize(), sets.rollKey()));
    }

    private static Outcome changeSettings(Draft card, Parameters command) throws Refusal {
        if (!card.keySettings().isChangeable()) {
            throw new Refusal(DesfireStatus.PERMISSION_DENIED);
        }
        KeySettings changed = new KeySettings(command.at(0));
        Optional<Application> selected = card.selected();
        if (selected.isEmpty()) {
            card.store(card.stored().with(changed));
            return Outcome.DONE;
        }
        Application application = selected.get();
        if (changed.changeKey() < FIRST_RULE
                && changed.changeKey() >= application.keySets().keyCount()) {
            throw new Refusal(DesfireStatus.PARAMETER_ERROR);
        }
        card.store(card.stored().with(application.with(changed)));
        return Outcome.DONE;
    }

    /** Of a key; bit 6 of its number: of that key in the set that follows; bit 7 of the set: the versions of all sets. */
    private static Outcome version(Draft card, Parameters command) throws Refusal {
        KeyNo number = new KeyNo(command.at(0) & NUMBER & ~(card.isCardLevel() ? 0 : SET_FOLLOWS));
        boolean ofSet = (command.at(0) & SET_FOLLOWS) != 0 && card.can(Capability.KEY_SETS);
        if (ofSet != (command.length() == 2)) {
            throw new Refusal(DesfireStatus.LENGTH_ERROR);
        }
        if (!ofSet) {
            return Outcome.of(Bytes.of(key(card, number).version().value()));
        }
        KeySets sets = card.application().keySets();
        if ((command.at(1) & ALL_SETS) != 0) {
            return Outcome.of(Bytes.concat(sets.sets().values().stream()
                    .map(set -> Bytes.of(set.version().value()))
                    .toArray(Bytes[]::new)));
        }
        KeySet set = keySet(sets, command.at(1));
        return Outcome.of(Bytes.of(keyOf(set, number).version().value()));
    }

    /** A key of what is selected. */
    static DesfireKey key(Draft card, KeyNo number) throws Refusal {
        Optional<Application> selected = card.selected();
        return selected.isPresent() ? keyOf(selected.get().keySets().current(), number) : ofCard(card, number);
    }

    /** A key of the card, whatever is selected. */
    static DesfireKey ofCard(Draft card, KeyNo number) throws Refusal {
        DesfireKey key = card.stored().keys().get(number);
        if (key == null) {
            throw new Refusal(DesfireStatus.NO_SUCH_KEY);
        }
        return key;
    }

    static DesfireKey keyOf(KeySet set, KeyNo number) throws Refusal {
        if (number.value() >= set.keys().size()) {
            throw new Refusal(DesfireStatus.NO_SUCH_KEY);
        }
        return set.keys().get(number.value());
    }

    /** A key set that was made. */
    static KeySet keySet(KeySets sets, int number) throws Refusal {
        return sets.get(new KeySetNo(number & 0x0F)).orElseThrow(() -> new Refusal(DesfireStatus.NO_SUCH_KEY));
    }
}
