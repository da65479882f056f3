package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.ByteCursor;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.TransactionMac;
import java.util.Optional;

/**
 * Makes the changes of the transaction last. The form with its MAC is proven by ev2-mac-full.json (AN12343 table 32): TMC(4,
 * least significant byte first), TMV(8).
 *
 * @param withMac whether counter and MAC of the transaction are asked for; needs a transaction MAC file
 */
public record CommitTransaction(boolean withMac) implements DesfireCommand<Optional<TransactionMac>> {

    private static final int COUNTER_LENGTH = 4;
    private static final int VALUE_LENGTH = 8;

    @Override
    public Instruction instruction() {
        return Instruction.COMMIT_TRANSACTION;
    }

    @Override
    public Bytes header() {
        return withMac ? Bytes.of(1) : Bytes.EMPTY;
    }

    @Override
    public CommMode commMode() {
        return CommMode.MAC;
    }

    private static TransactionMac mac(ByteCursor cursor) throws NfcException {
        return new TransactionMac(cursor.take(COUNTER_LENGTH).toUnsignedLittleEndian(), cursor.take(VALUE_LENGTH));
    }

    @Override
    public Optional<TransactionMac> decode(Bytes answer) throws NfcException {
        return Answer.decode(instruction(), answer, cursor -> withMac ? Optional.of(mac(cursor)) : Optional.empty());
    }
}
