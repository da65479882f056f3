package io.github.tagsmith.cli.manual;

import io.github.tagsmith.cli.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Writes what the program says about its commands. Run by the build, once the commands are compiled. */
public final class Manual {

    private Manual() {}

    /**
     * Writes all of it.
     *
     * @param arguments the folder of the classes, where the help goes
     * @throws IOException if something cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path here = Path.of(arguments[0], "io", "github", "tagsmith", "cli");
        Path help = Files.createDirectories(here.resolve("help"));
        for (CommandLine command : commands(Main.model())) {
            write(help.resolve(pageName(command) + ".txt"), command.getUsageMessage());
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

    /**
     * What a command's page is called.
     *
     * @param command the command
     * @return its name and those of what it belongs to
     */
    public static String pageName(CommandLine command) {
        return command.getCommandSpec().qualifiedName("-");
    }

    private static void write(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
