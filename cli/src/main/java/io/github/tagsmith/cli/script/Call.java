package io.github.tagsmith.cli.script;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.command.GlobalOptions;
import io.github.tagsmith.cli.input.KeptCards;
import io.github.tagsmith.cli.terminal.Terminal;
import java.util.Optional;

/**
 * What a line of a script runs in.
 *
 * @param context the script's own context
 * @param cards what stays open between its lines
 * @param terminal what the line runs in
 * @param options the global options it starts with
 * @param place where it stands; nothing where somebody types it
 */
public record Call(
        CommandContext context, KeptCards cards, Terminal terminal, GlobalOptions options, Optional<Place> place) {

    Call in(Terminal other) {
        return new Call(context, cards, other, options, place);
    }

    Call with(GlobalOptions other) {
        return new Call(context, cards, terminal, other, place);
    }

    Call at(Optional<Place> line) {
        return new Call(context, cards, terminal, options, line);
    }
}
