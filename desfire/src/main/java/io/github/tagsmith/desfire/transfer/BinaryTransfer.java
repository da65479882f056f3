package io.github.tagsmith.desfire.transfer;

import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.command.IsoCommands;
import io.github.tagsmith.desfire.model.FileNo;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a data file by READ BINARY, without a session. The first command names the file by its short identifier, which is the
 * file's number (Proxmark3; 0 stands for the current file and names none) and makes it the current one (ISO/IEC 7816-4 section
 * 7.2.1); offsets above 255 go to the current file.
 *
 * @param channel where commands go
 * @param progress told how far it is
 */
record BinaryTransfer(DesfireChannel channel, TransferProgress progress) {

    private static final int STEP = CommandApdu.MAX_SHORT_NE;
    private static final int LONGEST_SHORT_OFFSET = 0xFF;

    /** Whether a part of a file can be reached. */
    static boolean reaches(FileNo file, int offset, int length) {
        return file.value() != 0 && offset + length - 1 <= IsoCommands.MAX_OFFSET;
    }

    Bytes read(FileNo file, int offset, int length) throws NfcException {
        if (!reaches(file, offset, length)) {
            throw new NfcException(
                            ErrorKind.INVALID_REQUEST,
                            "READ BINARY does not reach " + length + " bytes from offset " + offset + " of file "
                                    + file)
                    .withHint("it reaches 32 KiB of the files 1 to 31: try --transfer auto");
        }
        if (offset > LONGEST_SHORT_OFFSET) {
            exchange(IsoCommands.readBinary(file, 0, 1), file, 1);
        }
        List<Bytes> parts = new ArrayList<>();
        for (int at = offset; at < offset + length; at += STEP) {
            int count = Math.min(STEP, offset + length - at);
            boolean first = at == offset && offset <= LONGEST_SHORT_OFFSET;
            CommandApdu command = first ? IsoCommands.readBinary(file, at, count) : IsoCommands.readBinary(at, count);
            parts.add(exchange(command, file, count));
            progress.at(at - offset + count, length);
        }
        return Bytes.concat(parts.toArray(Bytes[]::new));
    }

    private Bytes exchange(CommandApdu command, FileNo file, int count) throws NfcException {
        ResponseApdu response = channel.transmit(command);
        if (!response.isOk()) {
            throw new NfcException(
                            ErrorKind.REFUSED,
                            "READ BINARY of file " + file + " was refused with " + response.sw() + ": "
                                    + response.sw().meaning())
                    .withCode(response.sw().value());
        }
        if (response.data().length() != count) {
            throw NfcException.protocol(
                    "file " + file + " gave " + response.data().length() + " bytes to READ BINARY, not " + count);
        }
        return response.data();
    }
}
