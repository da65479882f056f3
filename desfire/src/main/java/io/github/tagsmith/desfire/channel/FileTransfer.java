package io.github.tagsmith.desfire.channel;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.Chaining;
import io.github.tagsmith.desfire.command.Extent;
import io.github.tagsmith.desfire.command.ReadData;
import io.github.tagsmith.desfire.command.WriteData;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads and writes data files in as few exchanges as card and reader allow: natively chained as one command of many frames, or
 * ISO-chained as one command for each APDU.
 *
 * <pre>
 * 4096 bytes, plain    native, 59 a frame    70 exchanges
 *                      ISO, short APDUs      16
 *                      ISO, extended APDUs   1
 * </pre>
 *
 * @param channel where commands go
 * @param chaining who cuts data into frames
 */
public record FileTransfer(DesfireChannel channel, Chaining chaining) {

    /** File number, offset and length of WriteData. */
    private static final int HEADER = 7;

    /**
     * The best way that a generation of cards knows.
     *
     * @param channel where commands go
     * @param generation the card's generation
     * @return a transfer that is ISO-chained where the card can do that
     */
    public static FileTransfer of(DesfireChannel channel, CardGeneration generation) {
        boolean iso = generation.can(Capability.ISO_CHAINING) && channel.framing() == Framing.WRAPPED;
        return new FileTransfer(channel, iso ? Chaining.ISO : Chaining.NATIVE);
    }

    /**
     * Reads a part of a data file.
     *
     * @param file which file
     * @param offset where, in bytes
     * @param length how many bytes, 1 or more
     * @param mode the file's mode, or plain where access is free
     * @return those bytes
     * @throws NfcException as {@link DesfireChannel#send}; {@code PROTOCOL} if the card gives another number of bytes
     */
    public Bytes read(FileNo file, int offset, int length, CommMode mode) throws NfcException {
        int step = chaining == Chaining.NATIVE
                ? length
                : room(mode, channel.limits().answer());
        List<Bytes> parts = new ArrayList<>();
        for (int done = 0; done < length; done += step) {
            int count = Math.min(step, length - done);
            Bytes part = channel.send(new ReadData(file, new Extent(offset + done, count), mode, chaining));
            if (part.length() != count) {
                throw NfcException.protocol("file " + file + " gave " + part.length() + " bytes at offset "
                        + (offset + done) + ", not " + count);
            }
            parts.add(part);
        }
        return Bytes.concat(parts.toArray(Bytes[]::new));
    }

    /**
     * Writes a part of a data file.
     *
     * @param file which file
     * @param offset where, in bytes
     * @param data what
     * @param mode the file's mode, or plain where access is free
     * @throws NfcException as {@link DesfireChannel#send}; what was written before stays written
     */
    public void write(FileNo file, int offset, Bytes data, CommMode mode) throws NfcException {
        int step = chaining == Chaining.NATIVE
                ? data.length()
                : room(mode, channel.limits().data() - HEADER);
        for (int done = 0; done < data.length(); done += step) {
            Bytes part = data.slice(done, Math.min(done + step, data.length()));
            channel.send(new WriteData(file, offset + done, part, mode, chaining));
        }
    }

    private int room(CommMode mode, int bytes) throws NfcException {
        int room = channel.session().clearRoom(mode, bytes);
        if (room <= 0) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "no data fits into " + bytes + " bytes in mode " + mode);
        }
        return room;
    }
}
