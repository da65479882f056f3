package io.github.tagsmith.cli.manual;

import java.util.List;
import java.util.Locale;

/** A command's page for {@code man}, in the macros of man(7). */
final class ManPage {

    private static final String ENVIRONMENT = """
            .SH ENVIRONMENT
            .TP
            .B TAGSMITH_READER
            The reader, where \\-r names none.
            .TP
            .B TAGSMITH_DIALECT
            How to speak to the reader, where \\-\\-dialect does not say.
            .TP
            .B TAGSMITH_PCSC_LIBRARY
            The PC/SC library, a file or a name.
            .TP
            .B NO_COLOR
            No colours, if it is set.
            """;

    private static final String STATUS = """
            .SH EXIT STATUS
            .TP
            .B 0
            The card did what was asked.
            .TP
            .B 1
            The card or reader refused.
            .TP
            .B 2
            Wrong usage.
            .TP
            .B 3
            No reader, no PC/SC service, or more than one reader to choose from.
            .TP
            .B 4
            No card, or it left the field.
            .TP
            .B 5
            Authentication failed, or no known key fits.
            .TP
            .B 6
            Done in part: the result is written and says what is missing.
            .TP
            .B 7
            Refused by tagsmith: it would damage the card or overwrite a file.
            .TP
            .B 8
            Malformed input.
            .TP
            .B 70
            A bug of tagsmith.
            """;

    private static final int DATE = "2026-01-01".length();
    private static final int LINE = 78;

    private ManPage() {}

    static String of(Page page, String date) {
        boolean first = page.words().size() == 1;
        StringBuilder text = new StringBuilder();
        text.append(".TH " + name(page).toUpperCase(Locale.ROOT) + " 1 \"" + date.substring(0, DATE)
                + "\" \"tagsmith\" \"Tagsmith manual\"\n");
        text.append(".SH NAME\n" + escaped(name(page)) + " \\- " + escaped(firstSentence(page.description())) + "\n");
        text.append(".SH SYNOPSIS\n.B " + escaped(page.path()) + "\n" + synopsis(page) + "\n");
        text.append(".SH DESCRIPTION\n" + filled(page.description()) + "\n");
        section(text, "COMMANDS", page.commands().isEmpty());
        for (Page command : page.commands()) {
            text.append(".TP\n.BR " + escaped(name(command)) + " (1)\n" + filled(command.description()) + "\n");
        }
        section(text, "PARAMETERS", page.parameters().isEmpty());
        page.parameters().forEach(parameter -> text.append(argument(parameter)));
        List<Page.Argument> own = page.options().stream()
                .filter(option -> first || !option.global())
                .toList();
        section(text, "OPTIONS", own.isEmpty());
        own.forEach(option -> text.append(argument(option)));
        examples(text, page.footer());
        if (first) {
            text.append(ENVIRONMENT).append(STATUS);
        } else {
            text.append(
                    ".SH SEE ALSO\n.BR tagsmith (1)\nfor the options that every command has, and for the exit status.\n");
        }
        return text.toString();
    }

    static String name(Page page) {
        return String.join("-", page.words());
    }

    private static void section(StringBuilder text, String heading, boolean empty) {
        if (!empty) {
            text.append(".SH " + heading + "\n");
        }
    }

    private static String synopsis(Page page) {
        StringBuilder line = new StringBuilder("[\\fIOPTION\\fR]...");
        if (!page.commands().isEmpty()) {
            line.append(" \\fICOMMAND\\fR");
        }
        page.parameters().forEach(parameter -> line.append(" \\fI" + escaped(parameter.label()) + "\\fR"));
        return line.toString();
    }

    private static String argument(Page.Argument argument) {
        StringBuilder line = new StringBuilder(".TP\n");
        for (int i = 0; i < argument.names().size(); i++) {
            line.append((i == 0 ? "" : ", ") + "\\fB" + escaped(argument.names().get(i)) + "\\fR");
        }
        if (!argument.label().isEmpty()) {
            line.append((argument.names().isEmpty() ? "" : " ") + "\\fI" + escaped(argument.label()) + "\\fR");
        }
        return line + "\n" + filled(argument.description()) + "\n";
    }

    private static void examples(StringBuilder text, List<String> footer) {
        String before = ".SH NOTES\n";
        for (String line : footer) {
            if (line.startsWith("Example")) {
                text.append(".SH EXAMPLES\n");
                before = "";
            } else if (line.startsWith("  ")) {
                text.append(before + ".nf\n" + escaped(line) + "\n.fi\n");
                before = ".PP\n";
            } else if (!line.isBlank()) {
                text.append(before + filled(line) + "\n");
                before = ".PP\n";
            }
        }
    }

    private static String firstSentence(String description) {
        int end = description.indexOf(". ");
        String sentence = end < 0 ? description : description.substring(0, end);
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String filled(String text) {
        StringBuilder lines = new StringBuilder();
        int used = 0;
        for (String word : text.strip().split(" +", -1)) {
            String safe = escaped(word);
            boolean fits = used > 0 && used + safe.length() < LINE;
            lines.append(used == 0 ? "" : fits ? " " : "\n").append(safe);
            used = fits ? used + 1 + safe.length() : safe.length();
        }
        return lines.toString();
    }

    /** A line that begins with a full stop or an apostrophe would be a request. */
    private static String escaped(String text) {
        String safe = text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("\"", "\\(dq");
        return safe.startsWith(".") ? "\\&" + safe : safe;
    }
}
