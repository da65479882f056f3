package io.github.tagsmith.core.ndef;

import io.github.tagsmith.core.error.NfcException;
import java.util.Optional;

/** What a record of a well-known type says. */
public sealed interface WellKnown permits UriRecord, TextRecord, SmartPoster {

    /**
     * Reads a record.
     *
     * @param record any record
     * @return what it says, if its type is one of those known here
     * @throws NfcException {@code MALFORMED_INPUT} if its payload does not have the form of its type
     */
    static Optional<WellKnown> of(NdefRecord record) throws NfcException {
        if (record.isWellKnown(UriRecord.TYPE)) {
            return Optional.of(UriRecord.parse(record.payload()));
        }
        if (record.isWellKnown(TextRecord.TYPE)) {
            return Optional.of(TextRecord.parse(record.payload()));
        }
        return record.isWellKnown(SmartPoster.TYPE)
                ? Optional.of(SmartPoster.parse(record.payload()))
                : Optional.empty();
    }

    /**
     * The record that says this.
     *
     * @return a record without identifier
     */
    NdefRecord toRecord();
}
