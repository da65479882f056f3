package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.error.NfcException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One block, and the one key that opens its sector. */
final class BlockChoice {

    @Parameters(
            paramLabel = "BLOCK",
            index = "0",
            converter = BlockConverter.class,
            description = "The block, counted through the card.")
    private BlockNo number = new BlockNo(0);

    @Mixin
    private KeyChoice key = new KeyChoice();

    BlockChoice() {}

    BlockNo number() {
        return number;
    }

    KeyChoice key() {
        return key;
    }

    SingleBlock read(CommandContext context, TargetCard card) throws NfcException {
        return SingleBlock.read(context, card, key, number);
    }
}
