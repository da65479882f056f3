package io.github.tagsmith.cli;

import io.github.tagsmith.cli.arguments.CommandTable;
import io.github.tagsmith.cli.arguments.NotPlainException;
import io.github.tagsmith.cli.arguments.PlainArguments;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.command.GlobalOptions;
import io.github.tagsmith.cli.script.Place;
import io.github.tagsmith.cli.terminal.Terminal;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** A call that needs nothing of picocli, as most do not: it starts in a fraction of the time. */
final class PlainCall {

    private final GlobalOptions options;
    private final CommandContext context;
    private final Optional<Place> place;
    private final Callable<?> command;

    private PlainCall(CommandContext context, GlobalOptions options, Optional<Place> place, Callable<?> command) {
        this.context = context;
        this.options = options;
        this.place = place;
        this.command = command;
    }

    /**
     * Understands a command line.
     *
     * @param terminal what it runs in
     * @param line the command line
     * @return the call
     * @throws NotPlainException if picocli is needed
     */
    static PlainCall of(Terminal terminal, String... line) throws NotPlainException {
        GlobalOptions options = new GlobalOptions();
        return of(new CommandContext(terminal, options), options, Optional.empty(), line);
    }

    /**
     * The same for a line of a script.
     *
     * @param context what it runs in
     * @param options the context's, to be set
     * @param place where it stands in a script
     * @param line the command line
     * @return the call
     * @throws NotPlainException if picocli is needed
     */
    static PlainCall of(CommandContext context, GlobalOptions options, Optional<Place> place, String... line)
            throws NotPlainException {
        StringBuilder path = new StringBuilder("tagsmith");
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < line.length; i++) {
            String word = line[i];
            if (word.startsWith("-")) {
                rest.add(word);
                if (CommandTree.takesNextWord(word) && i + 1 < line.length) {
                    rest.add(line[++i]);
                }
                continue;
            }
            Optional<CommandTable> table =
                    CommandTable.find(path.append('/').append(checked(word)).toString());
            if (table.isPresent()) {
                PlainArguments arguments = new PlainArguments(table.get().rows());
                int before = rest.size();
                rest.addAll(List.of(line).subList(i + 1, line.length));
                arguments.read(rest, before);
                String type = table.get().type();
                Object command = type.equals(CommandTable.NEEDS_MORE)
                        ? Commands.at(path.toString()).maker().apply(context)
                        : made(type, context);
                arguments.applyTo(command, options);
                return new PlainCall(context, options, place, (Callable<?>) command);
            }
        }
        throw new NotPlainException("no command");
    }

    /** A word that may be part of the path to a table. */
    private static String checked(String word) throws NotPlainException {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
                throw new NotPlainException(word);
            }
        }
        return word;
    }

    private static Object made(String type, CommandContext context) {
        try {
            Constructor<?> constructor = Class.forName(type).getDeclaredConstructor(CommandContext.class);
            constructor.setAccessible(true);
            return constructor.newInstance(context);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the table of arguments does not fit " + type, e);
        }
    }

    /** The command, its fields set. */
    Object command() {
        return command;
    }

    GlobalOptions options() {
        return options;
    }

    /**
     * Runs it.
     *
     * @return the exit status
     */
    int run() {
        int status;
        try {
            status = (Integer) command.call();
            CallEnd.nameUnexplained(context.terminal(), place, status);
        } catch (Exception e) {
            context.clearProgress();
            status = new ErrorFunnel(context.terminal(), options.json(), options.verbose(), place)
                    .report(e)
                    .status();
        }
        return CallEnd.status(context, status);
    }
}
