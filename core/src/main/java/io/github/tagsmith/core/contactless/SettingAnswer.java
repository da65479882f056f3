package io.github.tagsmith.core.contactless;

import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.dialect.SettingForm;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Takes the value out of a reader's answer to a setting command. */
final class SettingAnswer {

    private static final int VERSION_NUMBERS = 3;
    private static final int CONSTRUCTED = 0x20;

    private SettingAnswer() {}

    static SettingValue read(SettingForm setting, Bytes answer) throws NfcException {
        Bytes value = switch (setting.frame()) {
            case BARE -> answer;
            case STATUS_WORD -> ok(setting, answer);
            case SW2 -> sw2(setting, answer);
            case E1 -> e1(setting, answer);
            case LEADING_STATUS -> leadingStatus(setting, answer);
            case TLV -> innermost(setting, ok(setting, answer));
        };
        return new SettingValue(setting.name(), value, text(setting, value));
    }

    private static Bytes ok(SettingForm setting, Bytes answer) throws NfcException {
        ResponseApdu response = ResponseApdu.parse(answer);
        if (!response.isOk()) {
            throw Refusal.of(response.sw(), setting.name());
        }
        return response.data();
    }

    private static Bytes sw2(SettingForm setting, Bytes answer) throws NfcException {
        ResponseApdu response = ResponseApdu.parse(answer);
        if (response.sw().sw1() != 0x90) {
            throw Refusal.of(response.sw(), setting.name());
        }
        return Bytes.of(response.sw().sw2());
    }

    private static Bytes e1(SettingForm setting, Bytes answer) throws NfcException {
        if (answer.length() < 5 || answer.get(0) != 0xE1 || answer.length() < 5 + answer.get(4)) {
            throw refused(setting, answer);
        }
        return answer.slice(5, 5 + answer.get(4));
    }

    private static Bytes leadingStatus(SettingForm setting, Bytes answer) throws NfcException {
        if (answer.isEmpty() || answer.get(0) != 0) {
            throw refused(setting, answer);
        }
        return answer.slice(1);
    }

    private static Bytes innermost(SettingForm setting, Bytes objects) throws NfcException {
        Bytes rest = objects;
        while (rest.length() >= 2) {
            int tag = rest.get(0);
            int length = rest.get(1);
            if (length > 0x7F || rest.length() < 2 + length) {
                throw refused(setting, objects);
            }
            rest = rest.slice(2, 2 + length);
            if ((tag & CONSTRUCTED) == 0) {
                break;
            }
        }
        return rest;
    }

    private static NfcException refused(SettingForm setting, Bytes answer) {
        return new NfcException(ErrorKind.REFUSED, "the reader answered " + answer + " to " + setting.name());
    }

    private static String text(SettingForm setting, Bytes value) {
        if (value.length() == 1) {
            for (Map.Entry<String, Integer> state : setting.states().entrySet()) {
                if (state.getValue() == value.get(0)) {
                    return state.getKey();
                }
            }
        }
        return switch (setting.text()) {
            case HEX -> value.toHex();
            case TEXT -> value.toText(StandardCharsets.US_ASCII).strip();
            case VERSION ->
                IntStream.range(0, Math.min(value.length(), VERSION_NUMBERS))
                        .mapToObj(i -> Integer.toHexString(value.get(i)))
                        .collect(Collectors.joining("."));
        };
    }
}
