package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;

/** Turns what a value type refuses into wrong usage. */
final class Arguments {

    private Arguments() {}

    /** Makes something of arguments. */
    @FunctionalInterface
    interface Maker<T> {
        T make();
    }

    static <T> T checked(Maker<T> maker) throws NfcException {
        try {
            return maker.make();
        } catch (IllegalArgumentException refused) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, String.valueOf(refused.getMessage())).withCause(refused);
        }
    }
}
