package io.github.tagsmith.cli.manual;

import io.github.tagsmith.cli.CommandModel;
import io.github.tagsmith.cli.arguments.CommandTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Writes what the program says about its commands. Run by the build, once the commands are compiled. */
public final class Manual {

    private Manual() {}

    /**
     * Writes all of it.
     *
     * @param arguments the folder of the classes, for what the program reads; that for the pages of help; that for the pages of
     *     man; the day they are of
     * @throws IOException if something cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path here = Path.of(arguments[0], "io", "github", "tagsmith", "cli");
        Path help = Path.of(arguments[1]);
        Path tables = here.resolve("arguments");
        CommandLine top = CommandModel.whole();
        for (CommandLine command : commands(top)) {
            Path text = help.resolve(command.getCommandSpec().qualifiedName("/") + ".txt");
            Files.createDirectories(text.getParent());
            write(text, command.getUsageMessage());
            if (command.getCommand() instanceof Callable<?>) {
                Optional<CommandTable> table = ArgumentTable.of(command.getCommandSpec());
                if (table.isPresent()) {
                    Path file = tables.resolve(command.getCommandSpec().qualifiedName("/") + ".tsv");
                    Files.createDirectories(file.getParent());
                    write(file, table.get().text());
                }
            }
        }
        Page page = Page.of(top);
        Path completion = Files.createDirectories(here.resolve("completion"));
        write(completion.resolve("tagsmith.bash"), BashCompletion.of(page));
        write(completion.resolve("tagsmith.zsh"), ZshCompletion.of(page));
        write(completion.resolve("tagsmith.fish"), FishCompletion.of(page));
        Path man = Files.createDirectories(Path.of(arguments[2]));
        for (Page each : page.all()) {
            write(man.resolve(ManPage.name(each) + ".1"), ManPage.of(each, arguments[3]));
        }
    }

    /**
     * A command and all below it.
     *
     * @param top a command
     * @return it, and the others in the order in which they are listed
     */
    public static List<CommandLine> commands(CommandLine top) {
        List<CommandLine> all = new ArrayList<>();
        all.add(top);
        top.getSubcommands().values().forEach(command -> all.addAll(commands(command)));
        return all;
    }

    private static void write(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
