package io.github.tagsmith.cli.classic;

import io.github.tagsmith.cli.command.CommandContext;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** All commands of the group {@code classic}. */
public final class ClassicCommands {

    private ClassicCommands() {}

    /**
     * Makes them.
     *
     * @param context what they work with
     * @return commands and groups of commands
     */
    public static List<Object> of(CommandContext context) {
        return List.of(
                new ClassicInfoCommand(context),
                new DumpCommand(context),
                new RestoreCommand(context),
                new FormatCommand(context),
                new ReadCommand(context),
                new WriteCommand(context),
                group("keys", "Keys.", new KeysCheckCommand(context)),
                group(
                        "value",
                        "Value blocks.",
                        new ValueGetCommand(context),
                        new ValueSetCommand(context),
                        new ValueIncCommand(context),
                        new ValueDecCommand(context),
                        new ValueTransferCommand(context)),
                group(
                        "acl",
                        "Access bits.",
                        new AclDecodeCommand(context),
                        new AclEncodeCommand(context),
                        new AclSetCommand(context)),
                group(
                        "mad",
                        "The application directory.",
                        new MadShowCommand(context),
                        new MadAddCommand(context),
                        new MadRemoveCommand(context)),
                group(
                        "ndef",
                        "NDEF messages.",
                        new NdefReadCommand(context),
                        new NdefWriteCommand(context),
                        new NdefFormatCommand(context),
                        new NdefLockCommand(context)),
                group("magic", "Cards whose block 0 can be written.", new MagicGen3Command(context)),
                new ShowCommand(context),
                new ConvertCommand(context),
                new DiffCommand(context));
    }

    private static CommandLine group(String name, String description, Object... leaves) {
        CommandSpec spec = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description(description)
                .synopsisSubcommandLabel("COMMAND")
                .footer("%nSee tagsmith classic " + name + " COMMAND --help.");
        CommandLine group = new CommandLine(spec);
        List.of(leaves).forEach(group::addSubcommand);
        return group;
    }
}
