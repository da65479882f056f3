package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.CardConnection;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.identify.CardIdentification;

/** What to say of a card that did not answer its first command as a DESFire card does. */
final class ForeignCard {

    private static final String CLASSIC = "MIFARE Classic";

    private ForeignCard() {}

    /** The error instead; the same one if the card may be a DESFire card all the same. */
    static NfcException instead(NfcException refused, CommandContext context, CardConnection connection)
            throws NfcException {
        if (refused.code().isEmpty() || RefusalText.status(refused).isPresent()) {
            return refused;
        }
        CardIdentification card =
                CardIdentification.of(connection.card().atr(), connection.channel(), context.storageCard(connection));
        String hint = card.type().contains(CLASSIC)
                ? "`tagsmith classic info` works with it"
                : "`tagsmith info` shows what is known of it";
        return new NfcException(
                        ErrorKind.REFUSED,
                        "this is no DESFire card: " + card.type() + " on "
                                + connection.card().readerName())
                .withCode(refused.code().getAsLong())
                .withHint(hint)
                .withCause(refused);
    }
}
