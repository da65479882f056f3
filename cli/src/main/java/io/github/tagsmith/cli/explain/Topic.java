package io.github.tagsmith.cli.explain;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;

/** Something that can be explained. */
interface Topic {

    /** The word behind {@code explain}. */
    String name();

    /** Whether bytes look like it, when nothing says what they are. */
    boolean fits(Bytes bytes);

    /**
     * Explains what stands behind the name of the topic.
     *
     * @param context where the explanation goes
     * @param words what stands behind the name of the topic; at least one
     * @return the exit status
     * @throws NfcException if the words are not what the topic is about
     */
    int explain(CommandContext context, List<String> words) throws NfcException;
}
