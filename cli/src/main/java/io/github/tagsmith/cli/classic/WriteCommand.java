package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code classic write}. */
@Command(
        name = "write",
        description = {"Write one block, if the access bits allow it, and read it back."},
        footer = {"%nExample:", "  tagsmith classic write 4 00112233445566778899AABBCCDDEEFF --key default"})
public final class WriteCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private BlockChoice block = new BlockChoice();

    @Parameters(paramLabel = "HEX", index = "1..*", arity = "1..*", description = "16 bytes.")
    private List<String> hex = new ArrayList<>();

    @Mixin
    private WriteOptions options = new WriteOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public WriteCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {

        Bytes data = Bytes.fromHex(String.join(" ", hex));
        if (data.length() != ClassicType.BLOCK_LENGTH) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "a block has 16 bytes, not " + data.length());
        }
        try (TargetCard card = TargetCard.open(context)) {
            SingleBlock target = block.read(context, card);
            return target.write("classic write", options, data);
        }
    }
}
