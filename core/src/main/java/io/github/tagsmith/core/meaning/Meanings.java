package io.github.tagsmith.core.meaning;

import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.Map;
import java.util.Optional;

/** What an exchange means by itself: pure functions of a command and its answer. */
public final class Meanings {

    private static final int PSEUDO_APDU = 0xFF;
    private static final int DESFIRE = 0x91;
    private static final String OK = "ok";

    private Meanings() {}

    /**
     * The meaning of an exchange. A command that can only be a native one of DESFire is taken for that.
     *
     * @param command as it is sent
     * @param answer as it came back, status included; empty if there is none
     * @return its meaning; empty if the command is shorter than a header
     */
    public static Optional<Meaning> of(Bytes command, Optional<Bytes> answer) {
        return of(Secrets.clear(command, answer));
    }

    /**
     * The meaning of an exchange in which secrets are masked; they are masked in the meaning, too.
     *
     * @param exchange command and answer
     * @return its meaning; empty if the command is shorter than a header
     */
    public static Optional<Meaning> of(Secrets exchange) {
        return meaning(FoundCommand.of(exchange.command().value()), exchange);
    }

    /**
     * The meaning of a DESFire command without wrapping, whatever else the bytes could be.
     *
     * @param command code and data
     * @param answer status byte and data; empty if there is none
     * @return its meaning; empty if the command is empty
     */
    public static Optional<Meaning> ofNative(Bytes command, Optional<Bytes> answer) {
        return meaning(FoundCommand.ofNative(command), Secrets.clear(command, answer));
    }

    /**
     * The meaning of what was sent to the reader's driver by escape: of pseudo-APDUs alone, all else is the vendor's.
     *
     * @param command as it is sent
     * @param answer as it came back; empty if there is none
     * @return its meaning, if its class is FF
     */
    public static Optional<Meaning> ofEscape(Bytes command, Optional<Bytes> answer) {
        return command.isEmpty() || command.get(0) != PSEUDO_APDU ? Optional.empty() : of(command, answer);
    }

    private static Optional<Meaning> meaning(Optional<FoundCommand> found, Secrets exchange) {
        return found.isEmpty() ? Optional.empty() : Optional.of(meaning(found.get(), exchange));
    }

    private static Meaning meaning(FoundCommand found, Secrets exchange) {
        Map<String, Object> params = found.parameters(exchange.command());
        if (exchange.answer().isEmpty()) {
            return new Meaning(found.row().op(), params, Map.of(), Optional.empty());
        }
        MaskedBytes answer = exchange.answer().get();
        boolean bare = isBareText(found, answer.value());
        Map<String, Object> result = bare || !expectsBareText(found) ? found.results(answer) : Map.of();
        Optional<String> status = bare ? Optional.of(OK) : status(found, answer.value());
        return new Meaning(found.row().op(), params, result, status);
    }

    private static Optional<String> status(FoundCommand found, Bytes answer) {
        Optional<StatusWord> sw = statusWord(found, answer);
        return sw.isEmpty() ? Optional.empty() : Optional.of(name(found, sw.get()));
    }

    private static String name(FoundCommand found, StatusWord sw) {
        return sw.sw1() == found.row().doneSw1() ? OK : StatusText.of(sw).name();
    }

    /** The status word at the end; of a native answer, the one that the wrapping would have. */
    private static Optional<StatusWord> statusWord(FoundCommand found, Bytes answer) {
        if (found.isNative()) {
            return answer.isEmpty() ? Optional.empty() : Optional.of(new StatusWord(DESFIRE << 8 | answer.get(0)));
        }
        int end = answer.length() - 2;
        return end < 0 ? Optional.empty() : Optional.of(new StatusWord(answer.get(end) << 8 | answer.get(end + 1)));
    }

    private static boolean expectsBareText(FoundCommand found) {
        for (Field field : found.row().answer()) {
            if (field.source().place() == FieldSource.Place.ALL) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBareText(FoundCommand found, Bytes answer) {
        if (!expectsBareText(found) || answer.length() <= 2) {
            return false;
        }
        for (int i = 0; i < answer.length(); i++) {
            if (answer.get(i) < ' ' || answer.get(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
