package io.github.tagsmith.core.trace.ccid;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * A message on a bulk endpoint (CCID 1.1 sections 6.1 and 6.2).
 *
 * <pre>
 * 00 type   01 u32 dwLength   05 bSlot   06 bSeq   07 08 09 of the message: answers have bStatus, bError and one more   0A data
 * </pre>
 *
 * @param source whose it is
 * @param packets the numbers of the packets it was in
 * @param timeNs when it began, nanoseconds since 1970
 * @param header its first 10 bytes
 * @param data what follows; only its start if the message is cut
 * @param cut whether a part of the data was left out of the capture
 * @param request what it answers, where that was seen
 */
public record CcidMessage(
        CcidInterface source,
        List<Long> packets,
        long timeNs,
        Bytes header,
        Bytes data,
        boolean cut,
        Optional<CcidMessage> request) {

    /** The length of the header, in bytes. */
    public static final int HEADER = 10;

    private static final int FIRST_ANSWER = 0x80;
    private static final int COMMAND_STATUS_SHIFT = 6;

    /** Whether a command went well (bStatus bits 6 and 7). */
    public enum CommandStatus {
        /** Done. */
        OK("ok"),
        /** Not done. */
        FAILED("failed"),
        /** Not done yet. */
        TIME_EXTENSION("time-extension"),
        /** A value that the specification does not have. */
        RESERVED("reserved");

        private static final CommandStatus[] BY_NUMBER = values();
        private final String id;

        CommandStatus(String id) {
            this.id = id;
        }

        /**
         * Its name for scripts.
         *
         * @return words joined by hyphens
         */
        public String id() {
            return id;
        }
    }

    /**
     * The packet in which it begins.
     *
     * @return its number
     */
    public long packet() {
        return packets.get(0);
    }

    /**
     * bMessageType.
     *
     * @return 0 to 255
     */
    public int code() {
        return header.get(0);
    }

    /**
     * Whether it is of that type.
     *
     * @param type the type
     * @return true if so
     */
    public boolean is(MessageType type) {
        return type.is(code());
    }

    /**
     * Its direction.
     *
     * @return true from the reader to the host
     */
    public boolean isAnswer() {
        return code() >= FIRST_ANSWER;
    }

    /**
     * dwLength.
     *
     * @return how many bytes of data it says it has
     */
    public long length() {
        return (long) header.get(4) << 24 | header.get(3) << 16 | header.get(2) << 8 | header.get(1);
    }

    /**
     * bSlot.
     *
     * @return 0 to 255
     */
    public int slot() {
        return header.get(5);
    }

    /**
     * bSeq.
     *
     * @return 0 to 255
     */
    public int sequence() {
        return header.get(6);
    }

    /**
     * A byte that belongs to the type.
     *
     * @param offset 7 to 9
     * @return 0 to 255
     */
    public int specific(int offset) {
        return header.get(offset);
    }

    /**
     * bStatus of an answer.
     *
     * @return 0 to 255
     */
    public int status() {
        return header.get(7);
    }

    /**
     * bError of an answer.
     *
     * @return 0 to 255
     */
    public int error() {
        return header.get(8);
    }

    /**
     * Whether the command went well.
     *
     * @return bits 6 and 7 of bStatus
     */
    public CommandStatus commandStatus() {
        return CommandStatus.BY_NUMBER[status() >> COMMAND_STATUS_SHIFT];
    }

    /**
     * wLevelParameter of a command that has one.
     *
     * @return 0 to FFFF
     */
    public int levelParameter() {
        return header.get(8) | header.get(9) << 8;
    }
}
