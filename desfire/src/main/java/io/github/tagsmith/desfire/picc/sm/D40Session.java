package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import io.github.tagsmith.desfire.crypto.Padding;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;

/**
 * A session of the first DESFire, after command 0A. Nothing runs on from one command to the next. The card only ever
 * enciphers: what a reader sends is deciphered clear data.
 *
 * <pre>
 * MAC    data || first 4 bytes of the last block of the CBC encipherment of data, zeros behind
 * full   data || CRC16(data), zeros behind
 * </pre>
 *
 * <p>Sources: d40-mac-crypt.json and changekey.json of the vectors for cryptograms of the reader; MACs and enciphered file
 * data are stated by libfreefare and Proxmark3 only.
 *
 * @param cipher the cipher under the session key, DES or two-key TDEA
 */
record D40Session(BlockCipher cipher) implements CardSession {

    private static final int MAC_LENGTH = 4;

    @Override
    public int wireLength(Instruction instruction, int dataLength, CommMode mode) {
        return DataCommands.wireLength(instruction, dataLength, mode, MAC_LENGTH, Checksum.CRC_16, cipher.blockSize());
    }

    @Override
    public Opened open(ReceivedCommand command, CommMode mode) throws Refusal {
        return new Opened(data(command, mode), this);
    }

    private Bytes data(ReceivedCommand command, CommMode mode) throws Refusal {
        if (mode == CommMode.FULL && !command.rest().isEmpty()) {
            return Checksum.CRC_16.dataOf(clear(command), Bytes.EMPTY, command.dataLength(), cipher.blockSize());
        }
        if (mode == CommMode.MAC && DataCommands.MACED_BY_READER.contains(command.instruction())) {
            Maced received = Maced.split(command.rest(), MAC_LENGTH);
            received.check(mac(received.data()));
            return received.data();
        }
        return command.rest();
    }

    @Override
    public Closed close(Answer answer, CommMode mode) {
        Bytes data = answer.data();
        if (mode == CommMode.FULL && !data.isEmpty()) {
            Bytes checked = data.plus(Checksum.CRC_16.of(data));
            Bytes cryptogram = cipher.encipherCbc(zeroBlock(), answer.fill().apply(checked, cipher.blockSize()));
            return new Closed(cryptogram, cipher.blockSize(), this);
        }
        boolean isMaced = mode == CommMode.MAC && DataCommands.MACED_BY_CARD.contains(answer.instruction());
        return new Closed(isMaced ? data.plus(mac(data)) : data, this);
    }

    @Override
    public OpenedKey openKey(ReceivedCommand command, KeyChange change) throws Refusal {
        return new OpenedKey(change.checked(clear(command), Bytes.EMPTY, Checksum.CRC_16, cipher.blockSize()), this);
    }

    private Bytes clear(ReceivedCommand command) throws Refusal {
        Bytes received = command.rest();
        if (received.isEmpty() || received.length() % cipher.blockSize() != 0) {
            throw new Refusal(DesfireStatus.LENGTH_ERROR);
        }
        return cipher.encipherReceived(zeroBlock(), received);
    }

    private Bytes mac(Bytes data) {
        int size = cipher.blockSize();
        Bytes padded = data.isEmpty() ? zeroBlock() : Padding.zeros(data, size);
        Bytes last = cipher.encipherCbc(zeroBlock(), padded).slice(padded.length() - size);
        return last.slice(0, MAC_LENGTH);
    }

    private Bytes zeroBlock() {
        return Bytes.zeros(cipher.blockSize());
    }
}
