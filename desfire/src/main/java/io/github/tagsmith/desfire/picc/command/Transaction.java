package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.picc.memory.CardFile;
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
 * @param input what the transaction MAC covers, in an application that has one
 */
record Transaction(SortedMap<FileNo, CardFile> shadows, TransactionInput input) {

    /** Nothing was written. */
    static final Transaction NONE = new Transaction(new TreeMap<>(), TransactionInput.EMPTY);

    Transaction {
        shadows = Collections.unmodifiableSortedMap(new TreeMap<>(shadows));
    }

    /** The shadow copy of a file, if it was written. */
    Optional<CardFile> shadow(FileNo number) {
        return Optional.ofNullable(shadows.get(number));
    }

    Transaction with(FileNo number, CardFile shadow) {
        SortedMap<FileNo, CardFile> changed = new TreeMap<>(shadows);
        changed.put(number, shadow);
        return new Transaction(changed, input);
    }

    Transaction without(FileNo number) {
        SortedMap<FileNo, CardFile> left = new TreeMap<>(shadows);
        left.remove(number);
        return new Transaction(left, input);
    }

    Transaction with(TransactionInput longer) {
        return new Transaction(shadows, longer);
    }

    boolean isEmpty() {
        return shadows.isEmpty() && input.isEmpty();
    }
}
