package io.github.tagsmith.cli;

import io.github.tagsmith.cli.arguments.ArgumentRow;
import io.github.tagsmith.cli.arguments.NotPlainException;
import io.github.tagsmith.cli.arguments.PlainArguments;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.command.CommandNode;
import io.github.tagsmith.cli.command.CommandNode.Group;
import io.github.tagsmith.cli.command.CommandNode.Leaf;
import io.github.tagsmith.cli.command.GlobalOptions;
import io.github.tagsmith.cli.script.Place;
import io.github.tagsmith.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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

    private PlainCall(
            CommandContext context, GlobalOptions options, Optional<Place> place, Leaf leaf, PlainArguments arguments)
            throws NotPlainException {
        this.options = options;
        this.context = context;
        this.place = place;
        this.command = (Callable<?>) leaf.maker().apply(context);
        arguments.applyTo(command, options);
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
        List<CommandNode> nodes = Commands.top();
        StringBuilder page = new StringBuilder("arguments/tagsmith");
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
            CommandNode node = CommandTree.find(nodes, word).orElseThrow(() -> new NotPlainException(word));
            page.append('-').append(word);
            if (node instanceof Leaf leaf) {
                PlainArguments arguments = new PlainArguments(rows(page + ".tsv"));
                int before = rest.size();
                rest.addAll(List.of(line).subList(i + 1, line.length));
                arguments.read(rest, before);
                return new PlainCall(context, options, place, leaf, arguments);
            }
            nodes = ((Group) node).members().get();
        }
        throw new NotPlainException("no command");
    }

    static List<ArgumentRow> rows(String table) throws NotPlainException {
        try (InputStream text = PlainCall.class.getResourceAsStream(table)) {
            if (text == null) {
                throw new NotPlainException("no " + table);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
            List<ArgumentRow> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(ArgumentRow.of(line));
            }
            return rows;
        } catch (IOException e) {
            throw new NotPlainException(e.toString());
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
            Main.nameUnexplained(context.terminal(), place, status);
        } catch (Exception e) {
            context.clearProgress();
            status = new ErrorFunnel(context.terminal(), options.json(), options.verbose(), place)
                    .report(e)
                    .status();
        }
        return Main.ended(context, status);
    }
}
