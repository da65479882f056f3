package io.github.tagsmith.cli.explain;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.HexFormatException;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.meaning.StatusText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code explain}. */
@Command(
        name = "explain",
        description = {
            "Say what bytes mean, what they are likely caused by and what to do. No card, no reader, no PC/SC.",
            "Without a TOPIC the bytes are taken for what they alone can be."
        },
        footer = {
            "%nTopics:",
            "  sw 6982                a status word",
            "  desfire AE             a status or command of DESFire; also 91AE, or its name",
            "  acl FF0780             access bits of MIFARE Classic",
            "  rights 1230            access rights of a DESFire file, as they are sent",
            "  apdu COMMAND [ANSWER]  an APDU, a pseudo-APDU of a reader, a DESFire command",
            "  atr 3B8F...            an answer to reset",
            "  ats 067577810280       an answer to select",
            "  version 0401...        the answer to GetVersion, frames joined",
            "%nExamples:",
            "  tagsmith explain 6982",
            "  tagsmith explain desfire ae",
            "  tagsmith explain apdu 90BD0000070100000020000000 919D"
        })
public final class ExplainCommand implements Callable<Integer> {

    private static final List<Topic> TOPICS = List.of(
            new StatusWordTopic(),
            new DesfireTopic(),
            new AccessBitsTopic(),
            new RightsTopic(),
            new ApduTopic(),
            new AtrTopic(),
            new AtsTopic(),
            new VersionTopic());

    private final CommandContext context;

    @Parameters(
            paramLabel = "[TOPIC] BYTES",
            arity = "1..*",
            description = "What it is, and its digits; blanks and colons are allowed.")
    private List<String> words = new ArrayList<>();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ExplainCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        Optional<Topic> named = topic(words.get(0));
        if (named.isEmpty()) {
            return guessed().explain(context, words);
        }
        if (words.size() == 1) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "nothing stands behind \"" + words.get(0) + "\"")
                    .withHint("See tagsmith explain --help");
        }
        return named.get().explain(context, words.subList(1, words.size()));
    }

    private Topic guessed() throws NfcException {
        String word = String.join(" ", words);
        if (StatusText.ofName(word).isPresent()) {
            return topic("desfire").orElseThrow();
        }
        Bytes bytes;
        try {
            bytes = Bytes.fromHex(word);
        } catch (HexFormatException noDigits) {
            throw new NfcException(
                            ErrorKind.INVALID_REQUEST, "\"" + words.get(0) + "\" is neither a topic nor hexadecimal")
                    .withHint("Topics: " + TOPICS.stream().map(Topic::name).collect(Collectors.joining(", ")))
                    .withCause(noDigits);
        }
        List<Topic> possible =
                TOPICS.stream().filter(topic -> topic.fits(bytes)).toList();
        if (possible.size() == 1) {
            return possible.get(0);
        }
        String choice = (possible.isEmpty() ? TOPICS : possible)
                .stream().map(Topic::name).collect(Collectors.joining(", "));
        throw new NfcException(
                        ErrorKind.INVALID_REQUEST,
                        possible.isEmpty()
                                ? word + " looks like nothing that is known"
                                : word + " can be several things")
                .withHint("Say what it is before it: " + choice);
    }

    private static Optional<Topic> topic(String name) {
        for (Topic topic : TOPICS) {
            if (topic.name().equals(name)) {
                return Optional.of(topic);
            }
        }
        return Optional.empty();
    }
}
