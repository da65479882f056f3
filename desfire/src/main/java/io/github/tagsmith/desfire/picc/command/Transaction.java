package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.picc.memory.CardFile;
import io.github.tagsmith.desfire.picc.memory.FilePlace;
import io.github.tagsmith.desfire.picc.tmac.TransactionInput;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The changes that CommitTransaction will make: a shadow copy of every file that was written. Reading goes to the files
 * themselves, so it gives the old content until the commit (M075031, sections on ReadData, GetValue and ReadRecords).
 *
 * @param shadows the changed copies
 * @param inputs what the transaction MAC of each application covers that has one
 */
record Transaction(SortedMap<FilePlace, CardFile> shadows, SortedMap<Aid, TransactionInput> inputs) {

    /** Nothing was written. */
    static final Transaction NONE = new Transaction(new TreeMap<>(), new TreeMap<>());

    Transaction {
        shadows = Collections.unmodifiableSortedMap(new TreeMap<>(shadows));
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    }

    /** The shadow copy of a file, if it was written. */
    Optional<CardFile> shadow(FilePlace file) {
        return Optional.ofNullable(shadows.get(file));
    }

    /** What the transaction MAC of an application covers so far. */
    TransactionInput input(Aid aid) {
        return inputs.getOrDefault(aid, TransactionInput.EMPTY);
    }

    Transaction with(FilePlace file, CardFile shadow) {
        SortedMap<FilePlace, CardFile> changed = new TreeMap<>(shadows);
        changed.put(file, shadow);
        return new Transaction(changed, inputs);
    }

    Transaction without(FilePlace file) {
        SortedMap<FilePlace, CardFile> left = new TreeMap<>(shadows);
        left.remove(file);
        return new Transaction(left, inputs);
    }

    Transaction with(Aid aid, TransactionInput longer) {
        SortedMap<Aid, TransactionInput> changed = new TreeMap<>(inputs);
        changed.put(aid, longer);
        return new Transaction(shadows, changed);
    }

    boolean isEmpty() {
        return shadows.isEmpty() && inputs.isEmpty();
    }

    /** Whether it changes anything of an application. */
    boolean isIn(Aid aid) {
        return inputs.containsKey(aid)
                || shadows.keySet().stream().anyMatch(file -> file.aid().equals(aid));
    }
}
