package io.github.tagsmith.cli.script;

import io.github.tagsmith.cli.terminal.Prompts;
import java.io.BufferedReader;
import java.io.Reader;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** What somebody types when a command of the shell asks: kept in no history. Ctrl-C and Ctrl-D are the end of the input. */
final class TypedAnswers extends BufferedReader implements Prompts {

    private static final char NO_ECHO = 0;

    private final LineReader reader;

    TypedAnswers(Terminal terminal) {
        super(Reader.nullReader());
        reader = LineReaderBuilder.builder()
                .appName("tagsmith")
                .terminal(terminal)
                .variable(LineReader.DISABLE_HISTORY, true)
                .variable(LineReader.DISABLE_COMPLETION, true)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
    }

    @Override
    public @Nullable String readLine() {
        return read("", null);
    }

    @Override
    public @Nullable String ask(String prompt) {
        return read(prompt, null);
    }

    @Override
    public @Nullable String askSecret(String prompt) {
        return read(prompt, NO_ECHO);
    }

    private @Nullable String read(String prompt, @Nullable Character mask) {
        try {
            return reader.readLine(prompt, mask);
        } catch (UserInterruptException | EndOfFileException nothing) {
            return null;
        }
    }
}
