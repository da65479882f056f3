package io.github.tagsmith.core.meaning;

import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Header, data and Le of a command; of one whose lengths do not fit, everything behind the header is data.
 *
 * @param header CLA INS P1 P2
 * @param data where the data is in the command
 * @param le Ne, where there is an Le
 * @param isWellFormed whether the lengths fit
 */
record CommandParts(Bytes header, MaskedBytes.Run data, OptionalInt le, boolean isWellFormed) {

    private static final int HEADER = 4;

    static Optional<CommandParts> of(Bytes command) {
        if (command.length() < HEADER) {
            return Optional.empty();
        }
        Bytes header = command.slice(0, HEADER);
        try {
            CommandApdu apdu = CommandApdu.parse(command);
            int from = apdu.data().isEmpty() ? command.length() : HEADER + (apdu.extended() ? 3 : 1);
            OptionalInt le = apdu.ne() == 0 ? OptionalInt.empty() : OptionalInt.of(apdu.ne());
            return Optional.of(new CommandParts(
                    header, new MaskedBytes.Run(from, from + apdu.data().length()), le, true));
        } catch (NfcException malformed) {
            return Optional.of(new CommandParts(
                    header, new MaskedBytes.Run(HEADER, command.length()), OptionalInt.empty(), false));
        }
    }
}
