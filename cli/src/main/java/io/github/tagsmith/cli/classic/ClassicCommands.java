package io.github.tagsmith.cli.classic;

import static io.github.tagsmith.cli.command.CommandNode.group;
import static io.github.tagsmith.cli.command.CommandNode.leaf;

import io.github.tagsmith.cli.command.CommandNode;
import java.util.List;

/** All commands of the group {@code classic}. */
public final class ClassicCommands {

    private ClassicCommands() {}

    /**
     * Lists them.
     *
     * @return commands and groups of commands
     */
    public static List<CommandNode> members() {
        return List.of(
                leaf("info", ClassicInfoCommand::new),
                leaf("dump", DumpCommand::new),
                leaf("restore", RestoreCommand::new),
                leaf("clone", CloneCommand::new),
                leaf("format", FormatCommand::new),
                leaf("read", ReadCommand::new),
                leaf("write", WriteCommand::new),
                group("keys", "Keys.", () -> List.of(leaf("check", KeysCheckCommand::new))),
                group("value", "Value blocks.", ClassicCommands::value),
                group("acl", "Access bits.", ClassicCommands::acl),
                group("mad", "The application directory.", ClassicCommands::mad),
                group("ndef", "NDEF messages.", ClassicCommands::ndef),
                group(
                        "magic",
                        "Cards whose block 0 can be written.",
                        () -> List.of(leaf("gen3", MagicGen3Command::new))),
                leaf("show", ShowCommand::new),
                leaf("convert", ConvertCommand::new),
                leaf("diff", DiffCommand::new));
    }

    private static List<CommandNode> value() {
        return List.of(
                leaf("get", ValueGetCommand::new),
                leaf("set", ValueSetCommand::new),
                leaf("inc", ValueIncCommand::new),
                leaf("dec", ValueDecCommand::new),
                leaf("transfer", ValueTransferCommand::new));
    }

    private static List<CommandNode> acl() {
        return List.of(
                leaf("decode", AclDecodeCommand::new),
                leaf("encode", AclEncodeCommand::new),
                leaf("set", AclSetCommand::new));
    }

    private static List<CommandNode> mad() {
        return List.of(
                leaf("show", MadShowCommand::new),
                leaf("add", MadAddCommand::new),
                leaf("remove", MadRemoveCommand::new));
    }

    private static List<CommandNode> ndef() {
        return List.of(
                leaf("read", NdefReadCommand::new),
                leaf("write", NdefWriteCommand::new),
                leaf("format", NdefFormatCommand::new),
                leaf("lock", NdefLockCommand::new));
    }
}
