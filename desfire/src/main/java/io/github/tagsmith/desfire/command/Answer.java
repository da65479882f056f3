package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.ByteCursor;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.ArrayList;
import java.util.List;

/** Reads answers, and turns everything that does not fit into an error of the protocol. */
final class Answer {

    private Answer() {}

    /** What one command's answer consists of. */
    @FunctionalInterface
    interface Form<T> {
        T read(ByteCursor cursor) throws NfcException;
    }

    static <T> T decode(Instruction instruction, Bytes answer, Form<T> form) throws NfcException {
        ByteCursor cursor = new ByteCursor(answer, "the answer to " + instruction);
        T value;
        try {
            value = form.read(cursor);
        } catch (NfcException tooShort) {
            throw NfcException.protocol(tooShort.getMessage()).withCause(tooShort);
        } catch (IllegalArgumentException unknown) {
            throw NfcException.protocol("the answer to " + instruction + " makes no sense: " + unknown.getMessage())
                    .withCause(unknown);
        }
        if (cursor.remaining() != 0) {
            throw NfcException.protocol("the answer to " + instruction + " has " + answer.length() + " bytes, "
                    + cursor.offset() + " were expected");
        }
        return value;
    }

    static int littleEndian(ByteCursor cursor, int width) throws NfcException {
        return (int) cursor.take(width).toUnsignedLittleEndian();
    }

    /** As many items as there are bytes for. */
    static <T> List<T> all(ByteCursor cursor, Form<T> form) throws NfcException {
        List<T> items = new ArrayList<>();
        while (cursor.remaining() > 0) {
            items.add(form.read(cursor));
        }
        return List.copyOf(items);
    }
}
