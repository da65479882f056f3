package io.github.tagsmith.cli.script;

import io.github.tagsmith.core.error.NfcException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.reader.Completer;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;

/** Lines that somebody types: edited, completed, and remembered. Ctrl-C empties the line, Ctrl-D ends the shell. */
final class TypedLines implements LineSource {

    private static final String PROMPT = "tagsmith> ";
    private static final String GOES_ON = "        > ";

    private final LineReader reader;

    TypedLines(Terminal terminal, Completer completer, Optional<Path> history) {
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .appName("tagsmith")
                .terminal(terminal)
                .parser(new WholeLines())
                .completer(completer)
                .history(new ShellHistory())
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_IGNORE_DUPS, true)
                .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, GOES_ON);
        history.ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
        reader = builder.build();
    }

    @Override
    public Optional<String> next() {
        Optional<String> line = Optional.empty();
        boolean ended = false;
        while (line.isEmpty() && !ended) {
            try {
                line = Optional.of(reader.readLine(PROMPT));
            } catch (UserInterruptException emptied) {
                ended = false;
            } catch (EndOfFileException end) {
                ended = true;
            }
        }
        return line;
    }

    /** Keeps the history; nothing depends on it. */
    void keep() {
        try {
            reader.getHistory().save();
        } catch (IOException forgotten) {
            return;
        }
    }

    /** The language of scripts decides whether a line is complete; for completion, the words of its last line are all that counts. */
    private static final class WholeLines implements Parser {

        private final Parser words = new DefaultParser();
        private final Parser asTyped =
                new DefaultParser().quoteChars(new char[0]).escapeChars(null);

        @Override
        public ParsedLine parse(String line, int cursor, ParseContext context) {
            if (context == ParseContext.COMPLETE) {
                int start = line.lastIndexOf('\n', cursor - 1) + 1;
                return words.parse(line.substring(start), cursor - start, context);
            }
            try {
                ScriptParser.parse(line + '\n', "", 1);
            } catch (IncompleteScriptException e) {
                throw new EOFError(e.line(), 0, e.getMessage() + " is missing", e.getMessage());
            } catch (NfcException malformed) {
                return asTyped.parse(line, cursor, ParseContext.UNSPECIFIED);
            }
            return asTyped.parse(line, cursor, ParseContext.UNSPECIFIED);
        }
    }
}
