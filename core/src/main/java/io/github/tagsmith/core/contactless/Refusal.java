package io.github.tagsmith.core.contactless;

import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;

/** The errors that readers' answers turn into. */
final class Refusal {

    private Refusal() {}

    static NfcException of(StatusWord sw, String what) {
        return new NfcException(ErrorKind.REFUSED, "the reader answered " + sw + " to " + what + ": " + sw.meaning())
                .withCode(sw.value());
    }

    static NfcException lacking(String dialectId, String what) {
        return new NfcException(
                        ErrorKind.REFUSED, "the reader has no " + what + " that is known (dialect " + dialectId + ")")
                .withHint("If the dialect is wrong for this reader, choose another with --dialect");
    }
}
