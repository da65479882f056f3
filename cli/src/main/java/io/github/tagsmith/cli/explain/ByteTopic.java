package io.github.tagsmith.cli.explain;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;

/** A topic whose words are the digits of some bytes. */
interface ByteTopic extends Topic {

    /** What the bytes are. */
    Explanation explanation(Bytes bytes) throws NfcException;

    @Override
    default int explain(CommandContext context, List<String> words) throws NfcException {
        context.output().show(explanation(Bytes.fromHex(String.join(" ", words))));
        return 0;
    }
}
