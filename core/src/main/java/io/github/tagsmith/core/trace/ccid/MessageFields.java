package io.github.tagsmith.core.trace.ccid;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.core.trace.ccid.CcidMessage.CommandStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a message that belong to its type (CCID 1.1 chapter 6), by name. */
public final class MessageFields {

    private static final int CARD_STATUS = 3;
    private static final int SPECIFIC_1 = 7;
    private static final int SPECIFIC_3 = 9;
    private static final List<String> CARD_STATES = List.of("present-active", "present-inactive", "absent", "reserved");

    private static final FieldRow T0_PARAMETERS = new FieldRow()
            .hex("bmFindexDindex", 1)
            .hex("bmTCCKS", 1)
            .number("bGuardTime")
            .number("bWaitingInteger")
            .number("bClockStop");

    private static final FieldRow T1_PARAMETERS = new FieldRow()
            .hex("bmFindexDindex", 1)
            .hex("bmTCCKS", 1)
            .number("bGuardTime")
            .hex("bmWaitingIntegers", 1)
            .number("bClockStop")
            .number("bIFSC")
            .number("bNadValue");

    private static final FieldRow DATA_RATE =
            new FieldRow().number("clockKHz", 4).number("dataRateBps", 4);

    private MessageFields() {}

    /**
     * The name of a message.
     *
     * @param message the message
     * @return the name in the specification, or one made from its code
     */
    public static String title(CcidMessage message) {
        Optional<MessageType> type = MessageType.of(message.code());
        return type.isPresent()
                ? type.get().title()
                : (message.isAnswer() ? "RDR_to_PC_" : "PC_to_RDR_") + Hex.ofByte(message.code());
    }

    /**
     * The fields of a message, without those that all have.
     *
     * @param message the message
     * @return texts, numbers and maps of those, in order
     */
    public static Map<String, Object> of(CcidMessage message) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (message.isAnswer()) {
            addStatus(message, fields);
        }
        Optional<MessageType> type = MessageType.of(message.code());
        if (type.isPresent()) {
            addSpecific(type.get(), message, fields);
        }
        return fields;
    }

    private static void addStatus(CcidMessage answer, Map<String, Object> fields) {
        CommandStatus status = answer.commandStatus();
        fields.put("icc", CARD_STATES.get(answer.status() & CARD_STATUS));
        fields.put("command", status.id());
        fields.put("bStatus", Hex.ofByte(answer.status()));
        fields.put("bError", Hex.ofByte(answer.error()));
        if (status == CommandStatus.FAILED) {
            fields.put("error", CcidError.name(answer.error()));
        } else if (status == CommandStatus.TIME_EXTENSION) {
            fields.put("timeExtension", answer.error());
        }
    }

    private static void addSpecific(MessageType type, CcidMessage message, Map<String, Object> fields) {
        switch (type) {
            case ICC_POWER_ON -> fields.put("powerSelect", PowerSelect.name(message.specific(SPECIFIC_1)));
            case ICC_CLOCK -> fields.put("clockCommand", message.specific(SPECIFIC_1));
            case XFR_BLOCK -> addLevel(message, fields);
            case SECURE -> {
                addLevel(message, fields);
                PinStructure.of(message.data()).ifPresent(pin -> fields.put("pin", pin.fields()));
            }
            case SET_PARAMETERS -> addParameters(message.specific(SPECIFIC_1), message.data(), fields);
            case PARAMETERS -> addParameters(message.specific(SPECIFIC_3), message.data(), fields);
            case DATA_BLOCK -> fields.put("bChainParameter", Hex.ofByte(message.specific(SPECIFIC_3)));
            case SLOT_STATUS -> fields.put("clockStatus", message.specific(SPECIFIC_3));
            case DATA_RATE -> {
                if (message.data().length() >= DATA_RATE.width()) {
                    DATA_RATE.read(message.data(), 0, fields);
                }
            }
            default -> {
                // nothing of its own
            }
        }
    }

    private static void addLevel(CcidMessage message, Map<String, Object> fields) {
        fields.put("bBWI", message.specific(SPECIFIC_1));
        fields.put("wLevelParameter", Hex.ofShort(message.levelParameter()));
    }

    private static void addParameters(int protocol, Bytes data, Map<String, Object> fields) {
        fields.put("protocolNum", protocol);
        FieldRow row = protocol == 1 ? T1_PARAMETERS : T0_PARAMETERS;
        if (protocol <= 1 && data.length() >= row.width()) {
            Map<String, Object> parameters = new LinkedHashMap<>();
            parameters.put("protocol", "T=" + protocol);
            row.read(data, 0, parameters);
            fields.put("parameters", parameters);
        }
    }
}
