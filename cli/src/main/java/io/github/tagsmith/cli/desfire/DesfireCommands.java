package io.github.tagsmith.cli.desfire;

import static io.github.tagsmith.cli.command.CommandNode.group;
import static io.github.tagsmith.cli.command.CommandNode.leaf;

import io.github.tagsmith.cli.command.CommandNode;
import io.github.tagsmith.cli.desfire.sdm.SdmComputeCommand;
import io.github.tagsmith.cli.desfire.sdm.SdmTemplateCommand;
import io.github.tagsmith.cli.desfire.sdm.SdmVerifyCommand;
import java.util.List;

/** All commands of the group {@code desfire}. */
public final class DesfireCommands {

    private DesfireCommands() {}

    /**
     * Lists them.
     *
     * @return commands and groups of commands
     */
    public static List<CommandNode> members() {
        return List.of(
                leaf("info", DesfireInfoCommand::new),
                leaf("tree", TreeCommand::new),
                leaf("uid", UidCommand::new),
                leaf("free", FreeCommand::new),
                leaf("originality", OriginalityCommand::new),
                leaf("select", SelectCommand::new),
                leaf("proximity", ProximityCommand::new),
                leaf("format", FormatCommand::new),
                group("app", "Applications.", DesfireCommands::applications),
                group("file", "Files.", DesfireCommands::files),
                group("value", "Value files.", DesfireCommands::values),
                group("record", "Record files.", DesfireCommands::records),
                group("key", "Keys.", DesfireCommands::keys),
                group("sdm", "Secure dynamic messaging (SUN), offline.", DesfireCommands::dynamicMessaging),
                group("tmac", "Transaction MACs.", DesfireCommands::transactionMacs),
                group("config", "Options of the card that cannot be taken back.", DesfireCommands::configurations));
    }

    private static List<CommandNode> applications() {
        return List.of(
                leaf("list", AppListCommand::new),
                leaf("create", AppCreateCommand::new),
                leaf("delete", AppDeleteCommand::new),
                leaf("dam-info", AppDamInfoCommand::new));
    }

    private static List<CommandNode> files() {
        return List.of(
                leaf("list", FileListCommand::new),
                leaf("create", FileCreateCommand::new),
                leaf("read", FileReadCommand::new),
                leaf("write", FileWriteCommand::new),
                leaf("settings", FileSettingsCommand::new),
                leaf("counters", FileCountersCommand::new),
                leaf("restore-transfer", FileRestoreTransferCommand::new),
                leaf("delete", FileDeleteCommand::new));
    }

    private static List<CommandNode> values() {
        return List.of(
                leaf("get", ValueGetCommand::new),
                leaf("credit", ValueCreditCommand::new),
                leaf("debit", ValueDebitCommand::new),
                leaf("limited-credit", ValueLimitedCreditCommand::new));
    }

    private static List<CommandNode> records() {
        return List.of(
                leaf("read", RecordReadCommand::new),
                leaf("append", RecordAppendCommand::new),
                leaf("update", RecordUpdateCommand::new),
                leaf("clear", RecordClearCommand::new));
    }

    private static List<CommandNode> keys() {
        return List.of(
                leaf("change", KeyChangeCommand::new),
                leaf("version", KeyVersionCommand::new),
                leaf("settings", KeySettingsCommand::new),
                group("sets", "Key sets, EV2 and later.", DesfireCommands::keySets));
    }

    private static List<CommandNode> keySets() {
        return List.of(
                leaf("list", KeySetsListCommand::new),
                leaf("init", KeySetsInitCommand::new),
                leaf("change", KeySetsChangeCommand::new),
                leaf("finalize", KeySetsFinalizeCommand::new),
                leaf("roll", KeySetsRollCommand::new));
    }

    private static List<CommandNode> dynamicMessaging() {
        return List.of(
                leaf("verify", SdmVerifyCommand::new),
                leaf("compute", SdmComputeCommand::new),
                leaf("template", SdmTemplateCommand::new));
    }

    private static List<CommandNode> transactionMacs() {
        return List.of(leaf("read", TmacReadCommand::new), leaf("verify", TmacVerifyCommand::new));
    }

    private static List<CommandNode> configurations() {
        return List.of(
                leaf("card", ConfigCardCommand::new),
                leaf("default-key", ConfigDefaultKeyCommand::new),
                leaf("ats", ConfigAtsCommand::new),
                leaf("sak", ConfigSakCommand::new),
                leaf("messaging", ConfigMessagingCommand::new),
                leaf("lrp", ConfigLrpCommand::new),
                leaf("failures", ConfigFailuresCommand::new),
                leaf("raw", ConfigRawCommand::new));
    }
}
