package io.github.tagsmith.desfire.observer;

import static io.github.tagsmith.desfire.observer.MessageForm.Length.FIELD;
import static io.github.tagsmith.desfire.observer.MessageForm.Length.NONE;
import static io.github.tagsmith.desfire.observer.MessageForm.Length.OPEN;
import static io.github.tagsmith.desfire.observer.MessageForm.Length.VALUE;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What of a command stands in clear, and how its data travel. Source: section 8 of the protocol reference (Proxmark3, AN12343,
 * MF2DLHX0); what it leaves out is taken for a command with a MAC whose parameters are all in clear.
 *
 * @param header number of bytes in front that are never enciphered
 * @param protection how data travel in a session
 * @param command how much data the command has
 * @param answer how much data the answer has
 */
record MessageForm(int header, Protection protection, Length command, Length answer) {

    /** How data travel. */
    enum Protection {
        /** As they are. */
        PLAIN,
        /** With a MAC, where the session has one for such commands. */
        MAC,
        /** Enciphered. */
        FULL,
        /** As the settings of the file say, which an observer need not know. */
        FILE
    }

    /** How a length is known. */
    enum Length {
        /** There are none. */
        NONE,
        /** The last three bytes of the header say it, least significant first; 0 for all there are. */
        FIELD,
        /** A value of four bytes. */
        VALUE,
        /** It is not known. */
        OPEN
    }

    private static final int ALL = Integer.MAX_VALUE;
    private static final int FIELD_LENGTH = 3;
    private static final int VALUE_LENGTH = 4;

    private static final MessageForm OTHER = new MessageForm(ALL, Protection.MAC, NONE, OPEN);
    private static final MessageForm CLEAR = new MessageForm(ALL, Protection.PLAIN, NONE, OPEN);
    private static final MessageForm READ = new MessageForm(7, Protection.FILE, NONE, FIELD);
    private static final MessageForm READ_RECORDS = new MessageForm(7, Protection.FILE, NONE, OPEN);
    private static final MessageForm WRITE = new MessageForm(7, Protection.FILE, FIELD, NONE);
    private static final MessageForm UPDATE = new MessageForm(10, Protection.FILE, FIELD, NONE);
    private static final MessageForm CHANGE_VALUE = new MessageForm(1, Protection.FILE, VALUE, NONE);

    private static final Map<Instruction, MessageForm> FORMS = Map.ofEntries(
            Map.entry(Instruction.SELECT_APPLICATION, CLEAR),
            Map.entry(Instruction.PREPARE_PROXIMITY_CHECK, CLEAR),
            Map.entry(Instruction.PROXIMITY_CHECK, CLEAR),
            Map.entry(Instruction.VERIFY_PROXIMITY_CHECK, CLEAR),
            Map.entry(Instruction.READ_DATA, READ),
            Map.entry(Instruction.READ_DATA_ISO, READ),
            Map.entry(Instruction.READ_RECORDS, READ_RECORDS),
            Map.entry(Instruction.READ_RECORDS_ISO, READ_RECORDS),
            Map.entry(Instruction.GET_VALUE, new MessageForm(1, Protection.FILE, NONE, VALUE)),
            Map.entry(Instruction.WRITE_DATA, WRITE),
            Map.entry(Instruction.WRITE_DATA_ISO, WRITE),
            Map.entry(Instruction.WRITE_RECORD, WRITE),
            Map.entry(Instruction.WRITE_RECORD_ISO, WRITE),
            Map.entry(Instruction.UPDATE_RECORD, UPDATE),
            Map.entry(Instruction.UPDATE_RECORD_ISO, UPDATE),
            Map.entry(Instruction.CREDIT, CHANGE_VALUE),
            Map.entry(Instruction.DEBIT, CHANGE_VALUE),
            Map.entry(Instruction.LIMITED_CREDIT, CHANGE_VALUE),
            Map.entry(Instruction.GET_CARD_UID, full(0)),
            Map.entry(Instruction.GET_FILE_COUNTERS, full(1)),
            Map.entry(Instruction.GET_TT_STATUS, full(0)),
            Map.entry(Instruction.READ_SIGNATURE, full(1)),
            Map.entry(Instruction.CHANGE_KEY_SETTINGS, full(0)),
            Map.entry(Instruction.CHANGE_FILE_SETTINGS, full(1)),
            Map.entry(Instruction.SET_CONFIGURATION, full(1)),
            Map.entry(Instruction.CREATE_TRANSACTION_MAC_FILE, full(5)),
            Map.entry(Instruction.CHANGE_KEY, full(1)),
            Map.entry(Instruction.CHANGE_KEY_EV2, full(2)));

    private static MessageForm full(int header) {
        return new MessageForm(header, Protection.FULL, OPEN, OPEN);
    }

    static MessageForm of(Instruction instruction) {
        return FORMS.getOrDefault(instruction, OTHER);
    }

    Bytes header(Bytes body) {
        return body.slice(0, Math.min(header, body.length()));
    }

    Bytes data(Bytes body) {
        return body.slice(Math.min(header, body.length()));
    }

    OptionalInt commandLength(Bytes body) {
        return length(command, header(body));
    }

    /** How long the data of the answer are; nothing if the command leaves it open. */
    OptionalInt answerLength(Bytes body) {
        OptionalInt length = length(answer, header(body));
        return length.isPresent() && length.getAsInt() == 0 && answer == FIELD ? OptionalInt.empty() : length;
    }

    private OptionalInt length(Length kind, Bytes headerBytes) {
        return switch (kind) {
            case NONE -> OptionalInt.of(0);
            case VALUE -> OptionalInt.of(VALUE_LENGTH);
            case FIELD ->
                headerBytes.length() < header
                        ? OptionalInt.empty()
                        : OptionalInt.of(
                                (int) headerBytes.slice(header - FIELD_LENGTH).toUnsignedLittleEndian());
            case OPEN -> OptionalInt.empty();
        };
    }
}
