package io.github.tagsmith.core.trace.ccid;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The data of PC_to_RDR_Secure (CCID 1.1 sections 6.1.11.3 and 6.1.11.7): how a PIN is asked for, and the APDU it goes into.
 * The PIN itself never crosses USB.
 */
public final class PinStructure {

    private static final int VERIFY = 0;
    private static final int MODIFY = 1;
    private static final int MESSAGES_OF_THREE = 3;
    private static final int PROLOGUE = 3;
    private static final int NUMBER_MESSAGE_FROM_END = 3;

    private static final FieldRow VERIFY_FIELDS = new FieldRow()
            .number("timeout")
            .hex("bmFormatString", 1)
            .hex("bmPINBlockString", 1)
            .hex("bmPINLengthFormat", 1)
            .hex("wPINMaxExtraDigit", 2)
            .hex("bEntryValidationCondition", 1)
            .number("bNumberMessage")
            .hex("wLangId", 2)
            .number("bMsgIndex");

    private static final FieldRow MODIFY_FIELDS = new FieldRow()
            .number("timeout")
            .hex("bmFormatString", 1)
            .hex("bmPINBlockString", 1)
            .hex("bmPINLengthFormat", 1)
            .number("bInsertionOffsetOld")
            .number("bInsertionOffsetNew")
            .hex("wPINMaxExtraDigit", 2)
            .hex("bConfirmPIN", 1)
            .hex("bEntryValidationCondition", 1)
            .number("bNumberMessage")
            .hex("wLangId", 2);

    private static final FieldRow PROLOGUE_FIELD = new FieldRow().bytes("bTeoPrologue", PROLOGUE);

    private final boolean modify;
    private final Map<String, Object> fields;
    private final Bytes template;

    private PinStructure(boolean modify, Map<String, Object> fields, Bytes template) {
        this.modify = modify;
        this.fields = fields;
        this.template = template;
    }

    /**
     * Reads the data of a message.
     *
     * @param data all of it
     * @return the structure, if the data is long enough for one
     */
    public static Optional<PinStructure> of(Bytes data) {
        if (data.isEmpty() || data.get(0) > MODIFY) {
            return Optional.empty();
        }
        boolean modify = data.get(0) != VERIFY;
        FieldRow row = modify ? MODIFY_FIELDS : VERIFY_FIELDS;
        if (data.length() < 1 + row.width()) {
            return Optional.empty();
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("operation", modify ? "modify" : "verify");
        row.read(data, 1, fields);
        int at = 1 + row.width();
        if (modify) {
            int indexes = messageIndexes(data.get(at - NUMBER_MESSAGE_FROM_END));
            if (data.length() < at + indexes) {
                return Optional.empty();
            }
            fields.put("bMsgIndex", numbers(data.slice(at, at + indexes)));
            at += indexes;
        }
        if (data.length() < at + PROLOGUE) {
            return Optional.empty();
        }
        PROLOGUE_FIELD.read(data, at, fields);
        Bytes template = data.slice(at + PROLOGUE);
        fields.put("apdu", template.toHex());
        return Optional.of(new PinStructure(modify, fields, template));
    }

    /** bMsgIndex1 is always there, bMsgIndex2 if there are messages, bMsgIndex3 if there are three. */
    private static int messageIndexes(int messages) {
        return 1 + (messages != 0 ? 1 : 0) + (messages == MESSAGES_OF_THREE ? 1 : 0);
    }

    private static List<Long> numbers(Bytes bytes) {
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < bytes.length(); i++) {
            numbers.add((long) bytes.get(i));
        }
        return numbers;
    }

    /**
     * Whether a PIN is changed.
     *
     * @return true to change one, false to verify one
     */
    public boolean isModify() {
        return modify;
    }

    /**
     * The fields with the names of the specification.
     *
     * @return texts (hexadecimal), numbers and lists of numbers
     */
    public Map<String, Object> fields() {
        return fields;
    }

    /**
     * The APDU into which the reader puts the PIN.
     *
     * @return the command
     */
    public Bytes template() {
        return template;
    }
}
