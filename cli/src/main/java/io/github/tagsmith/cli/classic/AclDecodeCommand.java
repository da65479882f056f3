package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.model.AccessBits;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code classic acl decode}. */
@Command(
        name = "decode",
        description = {"Say access bits in words: 3 bytes, 4 with GPB, a whole trailer, or a name."},
        footer = {"%nExamples:", "  tagsmith classic acl decode FF0780", "  tagsmith classic acl decode nfc-read-only"})
public final class AclDecodeCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "HEX", arity = "1..*", description = "The access bits.")
    private List<String> hex = new ArrayList<>();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public AclDecodeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return show(context, "classic acl decode", String.join(" ", hex));
    }

    /**
     * Shows access bits in words.
     *
     * @param context where they go
     * @param command the name of the command that shows them
     * @param text hexadecimal, or the name of a set of access bits
     * @return the exit status: 8 if the bits are invalid
     * @throws NfcException if it is something else
     */
    public static int show(CommandContext context, String command, String text) throws NfcException {
        Bytes bytes = AclText.bytes(text);
        context.output().show(AclText.describe(command, bytes));
        return AccessBits.decode(bytes).isPresent() ? ExitCode.OK.status() : ExitCode.MALFORMED.status();
    }

    /**
     * Whether bytes are valid access bits, with or without the general purpose byte.
     *
     * @param bytes any bytes
     * @return true if so
     */
    public static boolean isAccessBits(Bytes bytes) {
        return (bytes.length() == AccessBits.LENGTH || bytes.length() == AccessBits.LENGTH + 1)
                && AccessBits.decode(bytes.slice(0, AccessBits.LENGTH)).isPresent();
    }
}
