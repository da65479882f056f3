package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The size of the card, for readers that tell a wrong one. */
final class CardTypeOption {

    private static final String EV1 = "1k-ev1";

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "mini, 1k, 1k-ev1 (1k with its hidden sectors), 2k or 4k, where the reader is wrong.")
    @Nullable
    private String id;

    CardTypeOption() {}

    /** Empty to believe the reader. */
    Optional<ClassicType> type() throws NfcException {
        if (id == null) {
            return Optional.empty();
        }
        Optional<ClassicType> type = id.equals(EV1) ? Optional.of(ClassicType.K1_EV1_HIDDEN) : ClassicType.ofId(id);
        if (type.isEmpty()) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "there is no card type called \"" + id + "\"");
        }
        return type;
    }
}
