package io.github.tagsmith.cli.command;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** A place in the tree of commands. What is behind it is made only when it is asked for. */
public sealed interface CommandNode {

    /**
     * The word that chooses it.
     *
     * @return its name
     */
    String name();

    /**
     * A command.
     *
     * @param name the word that chooses it
     * @param maker makes it
     */
    record Leaf(String name, Function<CommandContext, Object> maker) implements CommandNode {}

    /**
     * A group of commands.
     *
     * @param name the word that chooses it
     * @param description what its commands are about, in one sentence
     * @param members its commands and groups
     */
    record Group(String name, String description, Supplier<List<CommandNode>> members) implements CommandNode {}

    /**
     * A command.
     *
     * @param name the word that chooses it
     * @param maker makes it
     * @return its place
     */
    static CommandNode leaf(String name, Function<CommandContext, Object> maker) {
        return new Leaf(name, maker);
    }

    /**
     * A group of commands.
     *
     * @param name the word that chooses it
     * @param description what its commands are about, in one sentence
     * @param members its commands and groups, listed when the group is chosen
     * @return its place
     */
    static CommandNode group(String name, String description, Supplier<List<CommandNode>> members) {
        return new Group(name, description, members);
    }
}
