package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.KeyNo;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code KEYNO:KEY}. The key may hold colons itself.
 *
 * @param number the key's number
 * @param key the key as it was given
 */
record KeyWord(KeyNo number, String key) {

    static KeyWord parse(String text) throws NfcException {
        int colon = text.indexOf(':');
        try {
            if (colon > 0) {
                return new KeyWord(new Words.KeyNoWord().convert(text.substring(0, colon)), text.substring(colon + 1));
            }
        } catch (TypeConversionException noNumber) {
            // reported below, without the key
        }
        throw new NfcException(ErrorKind.INVALID_REQUEST, "--auth takes KEYNO:KEY, for instance 0:default");
    }

    /** Nothing of the key. */
    @Override
    public String toString() {
        return "key " + number;
    }
}
