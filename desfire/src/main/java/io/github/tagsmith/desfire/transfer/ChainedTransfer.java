package io.github.tagsmith.desfire.transfer;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.channel.FrameLimits;
import io.github.tagsmith.desfire.command.Chaining;
import io.github.tagsmith.desfire.command.Extent;
import io.github.tagsmith.desfire.command.ReadData;
import io.github.tagsmith.desfire.command.ReadRecords;
import io.github.tagsmith.desfire.command.WriteData;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads and writes files by native commands: natively chained as one command of many frames, or ISO-chained as one command for
 * each APDU.
 *
 * @param channel where commands go
 * @param chaining who cuts data into frames
 * @param limits how much an APDU takes and gives
 */
record ChainedTransfer(DesfireChannel channel, Chaining chaining, FrameLimits limits) {

    /** File number, offset and length of WriteData. */
    private static final int HEADER = 7;

    static ChainedTransfer of(DesfireChannel channel, TransferForm form) {
        return new ChainedTransfer(channel, form.chaining(), form.within(channel.limits()));
    }

    /** Reads a part of a data file. */
    Bytes read(FileNo file, int offset, int length, CommMode mode) throws NfcException {
        int step = chaining == Chaining.NATIVE ? length : room(mode, limits.answer());
        List<Bytes> parts = new ArrayList<>();
        for (int done = 0; done < length; done += step) {
            int count = Math.min(step, length - done);
            ReadData command = new ReadData(file, new Extent(offset + done, count), mode, chaining);
            parts.add(exactly(count, channel.send(command, limits), file, "offset " + (offset + done)));
        }
        return joined(parts);
    }

    /** Writes a part of a data file. */
    void write(FileNo file, int offset, Bytes data, CommMode mode) throws NfcException {
        int step = chaining == Chaining.NATIVE ? data.length() : room(mode, limits.data() - HEADER);
        for (int done = 0; done < data.length(); done += step) {
            Bytes part = data.slice(done, Math.min(done + step, data.length()));
            channel.send(new WriteData(file, offset + done, part, mode, chaining), limits);
        }
    }

    /**
     * Reads records, oldest first; {@code skip} newer ones are left out. One that does not fit into an answer goes natively
     * chained.
     */
    Bytes readRecords(FileNo file, int skip, int count, int size, CommMode mode) throws NfcException {
        int step = chaining == Chaining.NATIVE ? count : room(mode, limits.answer()) / size;
        if (step == 0) {
            return new ChainedTransfer(channel, Chaining.NATIVE, limits).readRecords(file, skip, count, size, mode);
        }
        List<Bytes> parts = new ArrayList<>();
        for (int left = count; left > 0; left -= step) {
            int now = Math.min(step, left);
            ReadRecords command = new ReadRecords(file, new Extent(skip + left - now, now), mode, chaining);
            parts.add(exactly(now * size, channel.send(command, limits), file, "record " + (skip + left - now)));
        }
        return joined(parts);
    }

    private static Bytes exactly(int length, Bytes part, FileNo file, String place) throws NfcException {
        if (part.length() != length) {
            throw NfcException.protocol(
                    "file " + file + " gave " + part.length() + " bytes at " + place + ", not " + length);
        }
        return part;
    }

    private static Bytes joined(List<Bytes> parts) {
        return Bytes.concat(parts.toArray(Bytes[]::new));
    }

    private int room(CommMode mode, int bytes) throws NfcException {
        int room = channel.session().clearRoom(mode, bytes);
        if (room <= 0) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "no data fits into " + bytes + " bytes in mode " + mode);
        }
        return room;
    }
}
