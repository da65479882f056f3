package io.github.tagsmith.cli.trace;

import io.github.tagsmith.cli.output.Printable;
import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.core.meaning.Interpretation;
import io.github.tagsmith.core.meaning.MaskedBytes;
import io.github.tagsmith.core.meaning.Meaning;
import io.github.tagsmith.core.meaning.Secrets;
import io.github.tagsmith.core.trace.exchange.ApduExchange;
import io.github.tagsmith.core.trace.exchange.CardSlot;
import io.github.tagsmith.core.trace.exchange.SlotEvent;
import java.util.Map;
import java.util.Optional;

/** An APDU with its answer, or an event, in a line. */
final class ExchangeLine {

    private static final int COMMAND_COLUMNS = 22;
    private static final int LONGEST = 48;
    private static final int START = 32;

    private ExchangeLine() {}

    static void appendPlace(StringBuilder line, Optional<CardSlot> slot) {
        if (slot.isPresent()) {
            CardSlot place = slot.get();
            line.append(place.reader().device().bus())
                    .append('.')
                    .append(place.reader().device().address());
            int number = place.reader().number().orElse(0);
            if (number != 0) {
                line.append(':').append(number);
            }
            line.append('/').append(place.slot()).append("  ");
        }
    }

    static void append(StringBuilder line, SlotEvent event) {
        line.append(event.kind().id());
        for (Map.Entry<String, Object> detail : event.details().entrySet()) {
            line.append(' ').append(detail.getKey()).append('=').append(detail.getValue());
        }
    }

    /** Command, status word, and what they mean, or the data where that says nothing of it. */
    static void append(StringBuilder line, ApduExchange exchange, Secrets shown, Optional<Interpretation> meaning) {
        int start = line.length();
        appendBytes(line, shown.command(), shown.command().value().length());
        while (line.length() - start < COMMAND_COLUMNS) {
            line.append(' ');
        }
        line.append("  ");
        if (shown.answer().isEmpty()) {
            line.append(exchange.error().orElse("no answer"));
        } else {
            appendAnswer(line, shown.answer().get(), meaning);
        }
        if (meaning.isPresent()) {
            line.append("  ").append(Printable.of(text(meaning.get())));
        }
        String comment = exchange.comment().orElse("");
        if (!comment.isEmpty() && shown.command().isClear() && !repeats(comment, meaning)) {
            line.append("  # ").append(Printable.of(comment));
        }
    }

    /** What trace record notes beside a command is its meaning, which is here already. */
    private static boolean repeats(String comment, Optional<Interpretation> meaning) {
        Optional<Meaning> found = known(meaning);
        return found.isPresent() && comment.startsWith(found.get().op());
    }

    private static Optional<Meaning> known(Optional<Interpretation> meaning) {
        return meaning.isEmpty() ? Optional.empty() : meaning.get().meaning();
    }

    private static String text(Interpretation meaning) {
        String answer = meaning.answerText();
        return answer.isEmpty() ? meaning.commandText() : meaning.commandText() + ": " + answer;
    }

    private static void appendAnswer(StringBuilder line, MaskedBytes response, Optional<Interpretation> meaning) {
        int length = response.value().length();
        int end = Math.max(0, length - 2);
        for (int i = end; i < length; i++) {
            line.append(Hex.ofByte(response.value().get(i)));
        }
        Optional<Meaning> found = known(meaning);
        boolean told = found.isPresent() && !found.get().result().isEmpty();
        if (end > 0 && !told) {
            line.append("  ");
            appendBytes(line, response, end);
        }
    }

    private static void appendBytes(StringBuilder line, MaskedBytes bytes, int length) {
        int shown = length > LONGEST ? START : length;
        for (int i = 0; i < shown; i++) {
            line.append(bytes.mask().get(i) == 0 ? Hex.ofByte(bytes.value().get(i)) : "**");
        }
        if (shown < length) {
            line.append("...(").append(length).append(" bytes)");
        }
    }

    /** A number at the right of a column. */
    static void appendNumber(StringBuilder line, long number, int columns) {
        long limit = 10;
        for (int width = 1; width < columns; width++) {
            if (number < limit) {
                line.append(" ".repeat(columns - width));
                break;
            }
            limit *= 10;
        }
        line.append(number);
    }
}
