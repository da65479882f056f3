package io.github.tagsmith.cli.input;

import io.github.tagsmith.cli.input.SoftwareCards.SoftwareCard;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.virtual.VirtualSlot;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A software card in a slot: {@code KIND}, {@code KIND@FILE} or {@code FILE}; behind it {@code ,dialect=ID} for the firmware of a
 * reader that is to be imitated, and {@code ,seed=N} for a card that draws the same nonces in every run.
 *
 * @param card the card, which is in the slot
 * @param slot the slot
 * @param readerName what the reader is called: a reader that imitates another one has that one's name, so that its dialect is
 *     found by the name
 */
public record VirtualSpec(SoftwareCard card, VirtualSlot slot, String readerName) {

    private static final String DIALECT = "dialect";
    private static final String SEED = "seed";
    private static final Pattern OPTIONS = Pattern.compile("((?:,(?:" + DIALECT + "|" + SEED + ")=[^,]*)*)$");

    /**
     * Puts the card that a specification names into a slot.
     *
     * @param spec as on the command line, without {@code virtual:}
     * @return card and slot
     * @throws NfcException if there is no such card or dialect
     */
    public static VirtualSpec open(String spec) throws NfcException {
        Matcher options = OPTIONS.matcher(spec);
        int end = options.find() ? options.start() : spec.length();
        String cardSpec = spec.substring(0, end);
        Optional<String> dialect = option(spec.substring(end), DIALECT);
        Optional<String> seed = option(spec.substring(end), SEED);
        VirtualSlot slot = dialect.isPresent() ? slot(dialect.get()) : new VirtualSlot();
        SoftwareCard card =
                seed.isPresent() ? SoftwareCards.open(cardSpec, number(seed.get())) : SoftwareCards.open(cardSpec);
        slot.present(card.picc());
        String name = ReaderSource.VIRTUAL + cardSpec;
        return new VirtualSpec(card, slot, dialect.isEmpty() ? name : slot.readerName() + " (" + name + ")");
    }

    private static Optional<String> option(String options, String name) {
        return Stream.of(options.split(","))
                .filter(option -> option.startsWith(name + "="))
                .map(option -> option.substring(name.length() + 1))
                .reduce((first, last) -> last);
    }

    private static long number(String seed) throws NfcException {
        try {
            return Long.decode(seed);
        } catch (NumberFormatException e) {
            throw new NfcException(
                            ErrorKind.INVALID_REQUEST, "\"" + seed + "\" is no number to draw from, as in seed=7")
                    .withCause(e);
        }
    }

    private static VirtualSlot slot(String firmware) throws NfcException {
        return VirtualSlot.of(firmware)
                .orElseThrow(() -> new NfcException(
                                ErrorKind.INVALID_REQUEST, "no virtual reader imitates \"" + firmware + "\"")
                        .withHint("Dialects: " + String.join(", ", VirtualSlot.firmwares())));
    }
}
