package io.github.tagsmith.cli;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.command.CommandNode;
import io.github.tagsmith.cli.command.CommandNode.Group;
import io.github.tagsmith.cli.command.CommandNode.Leaf;
import io.github.tagsmith.cli.trace.TraceRecordCommand;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Makes the commands of a command line: at each level the one that its next word names. Where no word does, all of that level
 * are made, for the help or for a suggestion.
 */
final class CommandTree {

    /** Global options whose value is the next word, which may look like a command. */
    private static final Set<String> VALUE_OPTIONS = Set.of("--reader", "--wait", "--dialect", "--color");

    /** Its short form, which may end a cluster of options, as in -vr. */
    private static final String VALUE_LETTER = "r";

    private final CommandContext context;

    CommandTree(CommandContext context) {
        this.context = context;
    }

    /**
     * Adds what a command line asks for.
     *
     * @param top the top command
     * @param nodes what there is below it
     * @param arguments the command line
     */
    void add(CommandLine top, List<CommandNode> nodes, String... arguments) {
        add(top, nodes, Arrays.asList(arguments).iterator());
    }

    /**
     * Adds everything.
     *
     * @param parent a command
     * @param nodes what there is below it
     */
    void addAll(CommandLine parent, List<CommandNode> nodes) {
        for (CommandNode node : nodes) {
            CommandLine command = make(parent, node);
            if (node instanceof Group group) {
                addAll(command, group.members().get());
            }
        }
    }

    private void add(CommandLine parent, List<CommandNode> nodes, Iterator<String> words) {
        Optional<CommandNode> chosen = nextWord(words).flatMap(name -> find(nodes, name));
        if (chosen.isEmpty()) {
            nodes.forEach(node -> make(parent, node));
            return;
        }
        CommandLine command = make(parent, chosen.get());
        if (chosen.get() instanceof Group group) {
            add(command, group.members().get(), words);
        }
    }

    static Optional<CommandNode> find(List<CommandNode> nodes, String name) {
        for (CommandNode node : nodes) {
            if (node.name().equals(name)) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> nextWord(Iterator<String> words) {
        while (words.hasNext()) {
            String word = words.next();
            if (!word.startsWith("-")) {
                return Optional.of(word);
            }
            if (takesNextWord(word) && words.hasNext()) {
                words.next();
            }
        }
        return Optional.empty();
    }

    static boolean takesNextWord(String option) {
        boolean cluster = !option.startsWith("--") && option.endsWith(VALUE_LETTER);
        return cluster || VALUE_OPTIONS.contains(option);
    }

    private CommandLine make(CommandLine parent, CommandNode node) {
        Object command =
                node instanceof Leaf leaf ? leaf.maker().apply(context) : group(parent.getCommandSpec(), (Group) node);
        CommandLine made = new CommandLine(command);
        made.setStopAtPositional(command instanceof TraceRecordCommand);
        parent.addSubcommand(node.name(), made);
        return made;
    }

    private static CommandSpec group(CommandSpec parent, Group group) {
        CommandSpec spec = CommandSpec.create().name(group.name()).mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description(group.description())
                .synopsisSubcommandLabel("COMMAND")
                .footer("%nSee " + parent.qualifiedName() + " " + group.name() + " COMMAND --help.");
        return spec;
    }
}
