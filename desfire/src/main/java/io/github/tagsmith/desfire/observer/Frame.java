package io.github.tagsmith.desfire.observer;

import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.Optional;

/**
 * One exchange of DESFire commands, unwrapped.
 *
 * <pre>
 * wrapped   90 CMD 00 00 [Lc data] 00   data 91 ST
 * native    CMD data                    ST data
 * </pre>
 *
 * @param instruction the command
 * @param data what follows it
 * @param status the status
 * @param answer what came with it
 */
record Frame(Instruction instruction, Bytes data, int status, Bytes answer) {

    private static final int CLASS = 0x90;
    private static final int SW1 = 0x91;
    private static final int WRAPPING = 2;

    /** Reads an exchange; nothing if it is not of DESFire. */
    static Optional<Frame> of(Bytes command, Bytes answer) {
        if (command.isEmpty() || answer.isEmpty()) {
            return Optional.empty();
        }
        return command.get(0) == CLASS ? wrapped(command, answer) : bare(command, answer);
    }

    private static Optional<Frame> wrapped(Bytes command, Bytes answer) {
        int end = answer.length() - WRAPPING;
        if (end < 0 || answer.get(end) != SW1) {
            return Optional.empty();
        }
        try {
            CommandApdu apdu = CommandApdu.parse(command);
            return Instruction.of(apdu.ins())
                    .map(code -> new Frame(code, apdu.data(), answer.get(end + 1), answer.slice(0, end)));
        } catch (NfcException noApdu) {
            return Optional.empty();
        }
    }

    private static Optional<Frame> bare(Bytes command, Bytes answer) {
        return DesfireStatus.of(answer.get(0))
                .flatMap(status -> Instruction.of(command.get(0))
                        .map(code -> new Frame(code, command.slice(1), status.code(), answer.slice(1))));
    }
}
