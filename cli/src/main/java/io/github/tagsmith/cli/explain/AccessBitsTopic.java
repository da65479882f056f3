package io.github.tagsmith.cli.explain;

import io.github.tagsmith.cli.classic.AclDecodeCommand;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;

/** Access bits of MIFARE Classic. */
final class AccessBitsTopic implements Topic {

    @Override
    public String name() {
        return "acl";
    }

    @Override
    public boolean fits(Bytes bytes) {
        return AclDecodeCommand.isAccessBits(bytes);
    }

    @Override
    public int explain(CommandContext context, List<String> words) throws NfcException {
        return AclDecodeCommand.show(context, "explain acl", String.join(" ", words));
    }
}
