package io.github.tagsmith.desfire.transfer;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.channel.FrameLimits;
import io.github.tagsmith.desfire.channel.FrameListener;
import io.github.tagsmith.desfire.command.Chaining;
import io.github.tagsmith.desfire.command.DesfireCommand;
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
 * @param progress told how far it is
 */
record ChainedTransfer(DesfireChannel channel, Chaining chaining, FrameLimits limits, TransferProgress progress) {

    /** File number, offset and length of WriteData. */
    private static final int HEADER = 7;

    static ChainedTransfer of(DesfireChannel channel, TransferForm form, TransferProgress progress) {
        return new ChainedTransfer(channel, form.chaining(), form.within(channel.limits()), progress);
    }

    /** Reads a part of a data file. */
    Bytes read(FileNo file, int offset, int length, CommMode mode) throws NfcException {
        int step = chaining == Chaining.NATIVE ? length : room(mode, limits.answer());
        List<Bytes> parts = new ArrayList<>();
        for (int done = 0; done < length; done += step) {
            int count = Math.min(step, length - done);
            ReadData command = new ReadData(file, new Extent(offset + done, count), mode, chaining);
            parts.add(exactly(count, send(command, 0, done, done + count, length), file, "offset " + (offset + done)));
        }
        return joined(parts);
    }

    /** Writes a part of a data file. */
    void write(FileNo file, int offset, Bytes data, CommMode mode) throws NfcException {
        int step = chaining == Chaining.NATIVE ? data.length() : room(mode, limits.data() - HEADER);
        for (int done = 0; done < data.length(); done += step) {
            Bytes part = data.slice(done, Math.min(done + step, data.length()));
            send(
                    new WriteData(file, offset + done, part, mode, chaining),
                    HEADER,
                    done,
                    done + part.length(),
                    data.length());
        }
    }

    /**
     * Reads records, oldest first; {@code skip} newer ones are left out. One that does not fit into an answer goes natively
     * chained.
     */
    Bytes readRecords(FileNo file, int skip, int count, int size, CommMode mode) throws NfcException {
        int step = chaining == Chaining.NATIVE ? count : room(mode, limits.answer()) / size;
        if (step == 0) {
            return new ChainedTransfer(channel, Chaining.NATIVE, limits, progress)
                    .readRecords(file, skip, count, size, mode);
        }
        List<Bytes> parts = new ArrayList<>();
        for (int left = count; left > 0; left -= step) {
            int now = Math.min(step, left);
            ReadRecords command = new ReadRecords(file, new Extent(skip + left - now, now), mode, chaining);
            int done = (count - left) * size;
            Bytes part = send(command, 0, done, done + now * size, count * size);
            parts.add(exactly(now * size, part, file, "record " + (skip + left - now)));
        }
        return joined(parts);
    }

    /** Sends what brings the content from one length to another; of the bytes that move, the first are a header. */
    private <T> T send(DesfireCommand<T> command, int header, int from, int to, int all) throws NfcException {
        FrameListener inside = moved -> progress.at(Math.max(from, Math.min(from + moved - header, to)), all);
        T answer = channel.send(command, limits, inside);
        progress.at(to, all);
        return answer;
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
