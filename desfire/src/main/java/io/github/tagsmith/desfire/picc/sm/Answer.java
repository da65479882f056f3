package io.github.tagsmith.desfire.picc.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.Padding;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;

/**
 * A good answer before it is protected, not yet split into frames.
 *
 * @param instruction the command it answers
 * @param status its last status, which MACs and checksums cover
 * @param data its clear data
 * @param fill how enciphered data are filled up
 */
public record Answer(Instruction instruction, DesfireStatus status, Bytes data, Fill fill) {

    /** How enciphered data become whole blocks. */
    public enum Fill {
        /** By zeros: the reader knows the length. EV2 and LRP mark the end nevertheless. */
        ZEROS {
            @Override
            Bytes apply(Bytes data, int blockSize) {
                return Padding.zeros(data, blockSize);
            }
        },
        /** By 80 and zeros: the reader asked for everything up to the end. */
        MARKED {
            @Override
            Bytes apply(Bytes data, int blockSize) {
                return Padding.marked(data, blockSize);
            }
        },
        /** By nothing: the data are whole blocks. Only EV2 and LRP, and there only CommitReaderID (AN12343 table 32). */
        NOTHING {
            @Override
            Bytes apply(Bytes data, int blockSize) {
                return data;
            }
        };

        abstract Bytes apply(Bytes data, int blockSize);
    }

    /**
     * An answer with status 00 whose length the reader knows.
     *
     * @param instruction the command it answers
     * @param data its clear data
     */
    public Answer(Instruction instruction, Bytes data) {
        this(instruction, DesfireStatus.OPERATION_OK, data, Fill.ZEROS);
    }
}
