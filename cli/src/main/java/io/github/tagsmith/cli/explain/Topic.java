package io.github.tagsmith.cli.explain;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.function.Predicate;

/**
 * Something that can be explained.
 *
 * @param name the word behind {@code explain}
 * @param fits whether bytes look like it, when nothing says what they are
 * @param explainer explains it
 */
record Topic(String name, Predicate<Bytes> fits, Explainer explainer) {

    /** Explains what stands behind the name of a topic. */
    interface Explainer {

        /**
         * Explains.
         *
         * @param context where the explanation goes
         * @param words what stands behind the name of the topic; at least one
         * @return the exit status
         * @throws NfcException if the words are not what the topic is about
         */
        int explain(CommandContext context, List<String> words) throws NfcException;
    }

    /** Explains bytes. */
    interface ByteExplainer {

        Explanation explain(Bytes bytes) throws NfcException;
    }

    /** A topic whose words are the digits of some bytes. */
    static Topic ofBytes(String name, Predicate<Bytes> fits, ByteExplainer explainer) {
        return new Topic(name, fits, (context, words) -> {
            context.output().show(explainer.explain(Bytes.fromHex(String.join(" ", words))));
            return 0;
        });
    }
}
