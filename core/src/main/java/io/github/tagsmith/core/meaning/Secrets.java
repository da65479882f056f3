package io.github.tagsmith.core.meaning;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.Optional;

/**
 * An exchange in which keys and PINs are masked: keys that are loaded into a reader or stand in a command, PINs of ISO 7816,
 * passwords of NTAG, keys in Classic sector trailers. Cryptograms are left: whoever has no key learns nothing of them.
 *
 * @param command the command
 * @param answer the answer, if there is one
 */
public record Secrets(MaskedBytes command, Optional<MaskedBytes> answer) {

    private static final int BLOCK = 16;
    private static final int KEY = 6;
    private static final int KEY_B = 10;
    private static final Bytes KEY_A_AS_READ = Bytes.zeros(KEY);

    /**
     * Masks what is secret in an exchange.
     *
     * @param command as it is sent
     * @param answer as it came back, status included
     * @return both, masked
     */
    public static Secrets of(Bytes command, Optional<Bytes> answer) {
        Optional<FoundCommand> found = FoundCommand.of(command);
        if (found.isEmpty()) {
            return clear(command, answer);
        }
        FoundCommand row = found.get();
        MaskedBytes masked = MaskedBytes.clear(command);
        for (Field field : row.row().parameters()) {
            masked = mask(masked, field, row.data(), row, true);
        }
        return new Secrets(masked, answer.isEmpty() ? Optional.empty() : Optional.of(maskedAnswer(row, answer.get())));
    }

    private static MaskedBytes maskedAnswer(FoundCommand row, Bytes answer) {
        MaskedBytes masked = MaskedBytes.clear(answer);
        for (Field field : row.row().answer()) {
            masked = mask(masked, field, row.answerData(answer), row, false);
        }
        return masked;
    }

    /**
     * Masks nothing.
     *
     * @param command as it is sent
     * @param answer as it came back
     * @return both
     */
    public static Secrets clear(Bytes command, Optional<Bytes> answer) {
        return new Secrets(
                MaskedBytes.clear(command),
                answer.isEmpty() ? Optional.empty() : Optional.of(MaskedBytes.clear(answer.get())));
    }

    private static MaskedBytes mask(
            MaskedBytes bytes, Field field, MaskedBytes.Run data, FoundCommand row, boolean isCommand) {
        Optional<MaskedBytes.Run> run = field.source().in(data.to() - data.from());
        if (run.isEmpty() || field.source().place() != FieldSource.Place.DATA) {
            return bytes;
        }
        int from = data.from() + run.get().from();
        int to = data.from() + run.get().to();
        if (field.masked()) {
            return bytes.masking(from, to);
        }
        Optional<FieldSource> address = field.trailerAddress();
        return address.isEmpty() ? bytes : trailers(bytes, from, to, row.number(address.get()), isCommand);
    }

    private static MaskedBytes trailers(MaskedBytes bytes, int from, int to, int address, boolean isCommand) {
        MaskedBytes masked = bytes;
        for (int at = from; at + BLOCK <= to; at += BLOCK) {
            int block = address + (at - from) / BLOCK;
            if (ClassicBlock.isTrailer(block)) {
                masked = trailer(masked, at, isCommand);
            }
        }
        return masked;
    }

    /** Read back, a trailer has zeros for key A, and access bits that check; anything else is another card's memory. */
    private static MaskedBytes trailer(MaskedBytes bytes, int at, boolean isCommand) {
        Bytes block = bytes.value().slice(at, at + BLOCK);
        boolean isTrailer = block.startsWith(KEY_A_AS_READ) && ClassicBlock.hasAccessBits(block);
        if (!isCommand && !isTrailer) {
            return bytes;
        }
        MaskedBytes masked = isCommand ? bytes.masking(at, at + KEY) : bytes;
        return block.slice(KEY_B).isAll(0) ? masked : masked.masking(at + KEY_B, at + BLOCK);
    }
}
