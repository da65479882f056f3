package io.github.tagsmith.cli.doctor;

import io.github.tagsmith.cli.output.Paragraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code doctor} found at one place.
 *
 * @param check what was looked at
 * @param state whether it is well
 * @param message what was found
 * @param advice what to do; empty if nothing
 */
record Finding(String check, State state, String message, String advice) {

    /** How it is. */
    enum State {
        /** As it should be. */
        OK,
        /** May be in the way of some readers or commands. */
        NOTE,
        /** In the way. */
        PROBLEM
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("check", check);
        json.put("state", word());
        json.put("message", message);
        json.put("advice", advice.isEmpty() ? null : advice);
        return json;
    }

    /** The finding in lines of a width, as far as its words allow; all but the first are indented. */
    List<String> lines(int width) {
        String head = String.format("%-7s  %-8s  ", word(), check);
        String whole = head + message + (advice.isEmpty() ? "" : " -> " + advice);
        if (whole.length() <= width) {
            return List.of(whole);
        }
        List<String> lines = Paragraph.lines(head, message, width);
        if (!advice.isEmpty()) {
            lines.addAll(Paragraph.lines(" ".repeat(head.length()), "-> " + advice, width));
        }
        return lines;
    }

    private String word() {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static Finding ok(String check, String message) {
        return new Finding(check, State.OK, message, "");
    }

    static Finding note(String check, String message, String advice) {
        return new Finding(check, State.NOTE, message, advice);
    }

    static Finding problem(String check, String message, String advice) {
        return new Finding(check, State.PROBLEM, message, advice);
    }
}
