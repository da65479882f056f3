package io.github.tagsmith.cli.explain;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.readers.AtrCommand;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;

/** An answer to reset. */
final class AtrTopic implements Topic {

    @Override
    public String name() {
        return "atr";
    }

    @Override
    public boolean fits(Bytes bytes) {
        return AtrCommand.isAtr(bytes);
    }

    @Override
    public int explain(CommandContext context, List<String> words) throws NfcException {
        return AtrCommand.show(context, String.join(" ", words));
    }
}
