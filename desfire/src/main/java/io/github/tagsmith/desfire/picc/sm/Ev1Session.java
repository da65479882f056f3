package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Cmac;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;

/**
 * A session of EV1, after command 1A or AA. One chaining value runs through all commands and answers: each CMAC starts from
 * it and becomes it, each cryptogram starts from it and leaves its last block.
 *
 * <pre>
 * command in clear   CMAC(CMD || header || data); 8 bytes of it are sent with data in MAC mode
 * command in full    data || CRC32(CMD || header || data), zeros behind
 * answer in clear    data || CMAC(data || status)[0..7], in plain mode too
 * answer in full     data || CRC32(data || status), zeros or 80 and zeros behind
 * </pre>
 *
 * <p>Source: ev1-cmac.json, ev1-cryptogram.json and full-apdu-traces.json of the vectors.
 *
 * @param cipher the cipher under the session key
 * @param cmac the CMAC under the session key
 * @param iv the chaining value, one block
 */
record Ev1Session(BlockCipher cipher, Cmac cmac, Bytes iv) implements CardSession {

    private static final int MAC_LENGTH = 8;

    /** A session at its beginning. */
    static Ev1Session of(BlockCipher cipher) {
        return new Ev1Session(cipher, new Cmac(cipher), Bytes.zeros(cipher.blockSize()));
    }

    @Override
    public int wireLength(Instruction instruction, int dataLength, CommMode mode) {
        return DataCommands.wireLength(instruction, dataLength, mode, MAC_LENGTH, Checksum.CRC_32, cipher.blockSize());
    }

    @Override
    public Opened open(ReceivedCommand command, CommMode mode) throws Refusal {
        if (mode == CommMode.FULL && !command.rest().isEmpty()) {
            Bytes clear = clear(command);
            Bytes data = Checksum.CRC_32.dataOf(clear, command.beginning(), command.dataLength(), cipher.blockSize());
            return new Opened(data, afterCryptogram(command.rest()));
        }
        boolean isMaced = mode == CommMode.MAC && DataCommands.MACED_BY_READER.contains(command.instruction());
        Maced received = Maced.split(command.rest(), isMaced ? MAC_LENGTH : 0);
        Bytes mac = cmac.of(iv, command.beginning().plus(received.data()));
        if (isMaced) {
            received.check(mac.slice(0, MAC_LENGTH));
        }
        return new Opened(received.data(), withIv(mac));
    }

    @Override
    public Closed close(Answer answer, CommMode mode) {
        Bytes data = answer.data();
        Bytes covered = data.plus(Bytes.of(answer.status().code()));
        if (mode == CommMode.FULL && !data.isEmpty()) {
            Bytes checked = data.plus(Checksum.CRC_32.of(covered));
            Bytes cryptogram = cipher.encipherCbc(iv, answer.fill().apply(checked, cipher.blockSize()));
            return new Closed(cryptogram, cipher.blockSize(), afterCryptogram(cryptogram));
        }
        Bytes mac = cmac.of(iv, covered);
        return new Closed(data.plus(mac.slice(0, MAC_LENGTH)), withIv(mac));
    }

    @Override
    public OpenedKey openKey(ReceivedCommand command, KeyChange change) throws Refusal {
        Bytes clear = clear(command);
        return new OpenedKey(
                change.checked(clear, command.beginning(), Checksum.CRC_32, cipher.blockSize()),
                afterCryptogram(command.rest()));
    }

    private Bytes clear(ReceivedCommand command) throws Refusal {
        Bytes received = command.rest();
        if (received.isEmpty() || received.length() % cipher.blockSize() != 0) {
            throw new Refusal(DesfireStatus.LENGTH_ERROR);
        }
        return cipher.decipherCbc(iv, received);
    }

    private Ev1Session afterCryptogram(Bytes cryptogram) {
        return withIv(cryptogram.slice(cryptogram.length() - cipher.blockSize()));
    }

    private Ev1Session withIv(Bytes next) {
        return new Ev1Session(cipher, cmac, next);
    }
}
