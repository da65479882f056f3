package io.github.tagsmith.core.trace.replay;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.trace.replay.RecordedStep.Answer;
import io.github.tagsmith.core.trace.replay.RecordedStep.Exchanged;
import io.github.tagsmith.core.trace.replay.RecordedStep.Failure;
import io.github.tagsmith.core.trace.replay.RecordedStep.Outcome;
import io.github.tagsmith.core.trace.replay.RecordedStep.Started;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the text form that {@link io.github.tagsmith.core.trace.record} describes. */
public final class TextTraceReader {

    private static final Pattern LINE = Pattern.compile(
            "(?:(?:\\d{4}-\\d{2}-\\d{2}T)?\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?Z?\\s+)?(reader|ATR|[<>!])(?:\\s+(.*))?");
    private static final Pattern FAILURE = Pattern.compile("([A-Z_]+)\\s*(.*)");
    private static final int SHOWN = 40;

    private final String file;
    private final List<RecordedStep> steps = new ArrayList<>();
    private int line;
    private String reader = "";
    private @Nullable RecordedBytes command;
    private String commandPlace = "";

    private TextTraceReader(String file) {
        this.file = file;
    }

    /**
     * Reads a trace.
     *
     * @param text its text
     * @param file the name of its file, for complaints
     * @return what was recorded, in order
     * @throws NfcException {@code MALFORMED_INPUT} with the line
     */
    public static List<RecordedStep> read(String text, String file) throws NfcException {
        TextTraceReader reader = new TextTraceReader(file);
        for (String line : text.split("\n", -1)) {
            reader.line++;
            reader.take(line.strip());
        }
        reader.unanswered();
        if (reader.steps.isEmpty()) {
            throw NfcException.malformed(file + " is no trace: there is neither an ATR nor a command in it")
                    .withHint("A trace has lines as \"> FFCA000000\" and \"< 9000\"; --trace=FILE writes one");
        }
        return List.copyOf(reader.steps);
    }

    private void take(String text) throws NfcException {
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        Matcher matcher = LINE.matcher(text);
        if (!matcher.matches()) {
            throw malformed("neither reader, ATR, >, < nor !: " + shown(text));
        }
        String rest = matcher.group(2) == null ? "" : matcher.group(2);
        switch (matcher.group(1)) {
            case "reader" -> {
                unanswered();
                reader = rest;
            }
            case "ATR" -> {
                unanswered();
                steps.add(new Started(reader, atr(rest), place()));
            }
            case ">" -> {
                unanswered();
                command = bytes(rest);
                commandPlace = place();
            }
            case "<" -> end(new Answer(bytes(rest)));
            default -> end(failure(rest));
        }
    }

    private Bytes atr(String text) throws NfcException {
        RecordedBytes atr = text.isEmpty() ? new RecordedBytes(Bytes.EMPTY, List.of()) : bytes(text);
        if (!atr.holes().isEmpty()) {
            throw malformed("an ATR is never masked");
        }
        return atr.value();
    }

    private RecordedBytes bytes(String text) throws NfcException {
        int comment = text.indexOf('#');
        String digits = comment < 0 ? text : text.substring(0, comment);
        try {
            RecordedBytes bytes = RecordedBytes.parse(digits);
            if (bytes.value().isEmpty()) {
                throw malformed("there are no bytes");
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw malformed(e.getMessage() + ", in " + shown(digits)).withCause(e);
        }
    }

    private Failure failure(String text) throws NfcException {
        Matcher matcher = FAILURE.matcher(text);
        if (matcher.matches()) {
            for (ErrorKind kind : ErrorKind.values()) {
                if (kind.name().equals(matcher.group(1))) {
                    return new Failure(kind, matcher.group(2));
                }
            }
        }
        throw malformed("behind ! stands one of "
                + String.join(
                        ", ", Arrays.stream(ErrorKind.values()).map(Enum::name).toList()));
    }

    private void end(Outcome outcome) throws NfcException {
        if (command == null) {
            throw malformed("an answer without a command before it");
        }
        steps.add(new Exchanged(reader, command, outcome, commandPlace));
        command = null;
    }

    private void unanswered() {
        if (command != null) {
            steps.add(new Exchanged(reader, command, Failure.UNKNOWN, commandPlace));
            command = null;
        }
    }

    private String place() {
        return "line " + line;
    }

    private static String shown(String text) {
        String one = text.replaceAll("\\p{Cntrl}", "?");
        return "\"" + (one.length() <= SHOWN ? one : one.substring(0, SHOWN) + "...") + "\"";
    }

    private NfcException malformed(String why) {
        return NfcException.malformed(file + ", line " + line + ": " + why);
    }
}
