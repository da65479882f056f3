package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.OptionalInt;

/**
 * A whole command as it came in, its chained frames joined.
 *
 * @param instruction its first byte
 * @param header the parameters that always travel in clear
 * @param rest everything behind them: data, MAC, cryptogram
 * @param dataLength how long the clear data are, where the header or the command tells it; needed only where zeros fill up a
 *     cryptogram, and even there the shortest data that fit the checksum are taken where it is not known
 */
public record ReceivedCommand(Instruction instruction, Bytes header, Bytes rest, OptionalInt dataLength) {

    /**
     * A command whose length of data only its sender knows.
     *
     * @param instruction its first byte
     * @param header the parameters that always travel in clear
     * @param rest everything behind them
     */
    public ReceivedCommand(Instruction instruction, Bytes header, Bytes rest) {
        this(instruction, header, rest, OptionalInt.empty());
    }

    /**
     * A command with so many bytes of data.
     *
     * @param instruction its first byte
     * @param header the parameters that always travel in clear
     * @param rest everything behind them
     * @param dataLength the length of the clear data in bytes
     */
    public ReceivedCommand(Instruction instruction, Bytes header, Bytes rest, int dataLength) {
        this(instruction, header, rest, OptionalInt.of(dataLength));
    }

    /** The first byte and the header. */
    Bytes beginning() {
        return Bytes.of(instruction.code()).plus(header);
    }
}
