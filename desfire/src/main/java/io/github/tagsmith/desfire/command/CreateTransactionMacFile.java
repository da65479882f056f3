package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.FileAccess;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyAlgorithm;

/**
 * Creates the transaction MAC file of an application, EV2 and later. Source: section 8 of the protocol reference (MF2DLHX0) and
 * liblogicalaccess; stated only.
 *
 * @param file its number
 * @param access who may read it, and the key of CommitReaderID as right to both; nobody writes it
 * @param key its AES key
 */
public record CreateTransactionMacFile(FileNo file, FileAccess access, DesfireKey key) implements Order {

    private static final int AES_KEY = 0x02;

    /**
     * Checks the algorithm.
     *
     * @param file its number
     * @param access who may read it, and the key of CommitReaderID as right to both
     * @param key its AES key
     */
    public CreateTransactionMacFile {
        if (key.algorithm() != KeyAlgorithm.AES) {
            throw new IllegalArgumentException("a transaction MAC key is an AES key, not " + key.algorithm());
        }
    }

    @Override
    public Instruction instruction() {
        return Instruction.CREATE_TRANSACTION_MAC_FILE;
    }

    @Override
    public Bytes header() {
        return Bytes.concat(
                Bytes.of(file.value(), access.commMode().bits()),
                access.rights().toWire(),
                Bytes.of(AES_KEY));
    }

    @Override
    public Bytes data() {
        return key.value().reveal().plus(Bytes.of(key.version().value()));
    }

    @Override
    public CommMode commMode() {
        return CommMode.FULL;
    }
}
