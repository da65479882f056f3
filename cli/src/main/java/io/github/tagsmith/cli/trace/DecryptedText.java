package io.github.tagsmith.cli.trace;

import io.github.tagsmith.cli.output.Printable;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.observer.ObservedAuthentication;
import io.github.tagsmith.desfire.observer.ObservedMessage;
import io.github.tagsmith.desfire.observer.ObservedMessage.Side;
import io.github.tagsmith.desfire.observer.Verdict;
import java.util.Locale;

/**
 * An authentication or a message in a line.
 *
 * @param whole whether data are shown to their end
 * @param showKeys whether keys are shown
 */
record DecryptedText(boolean whole, boolean showKeys) {

    private static final int LONGEST = 32;
    private static final int START = 16;

    String line(ObservedAuthentication one) {
        return String.format(
                "%-10s  authentication %s%s, key %s of %s: %s",
                one.places().get(0),
                one.method(),
                one.first() ? "" : " in the transaction",
                one.keyNo(),
                one.application().map(Aid::toString).orElse("an application unknown"),
                outcome(one));
    }

    private String outcome(ObservedAuthentication one) {
        String key = one.key().map(known -> known.origin() + " fits").orElse("none of the keys fits");
        return switch (one.outcome()) {
            case OPENED -> key + ", " + sessionKeys(one);
            case NO_KEY -> key;
            case FALSE_PROOF -> key + ", but the card's proof is WRONG";
            case BROKEN_OFF -> "broken off";
            case REFUSED -> (one.key().isPresent() ? key + ", " : "") + "refused with " + status(one.status());
        };
    }

    private String sessionKeys(ObservedAuthentication one) {
        return one.sessionKeys()
                .map(keys -> showKeys ? SessionKeyText.shown(keys) : "session " + SessionKeyText.fingerprint(keys))
                .orElse("");
    }

    String line(ObservedMessage one) {
        StringBuilder line = new StringBuilder(String.format(
                "%-10s  %-17s  %-7s  %-7s  ",
                one.places().get(0), one.instruction(), side(one.command()), side(one.answer())));
        line.append(status(one.status()));
        append(
                line,
                "  > ",
                one.command(),
                one.carriesKey() && one.command().mode().bits() != 0);
        append(line, "  < ", one.answer(), false);
        if (!one.counters().isEmpty()) {
            line.append("  ").append(one.counters());
        }
        if (!one.note().isEmpty()) {
            line.append("  # ").append(one.note());
        }
        return Printable.of(line.toString());
    }

    private static String side(Side side) {
        String mode = side.mode().name().toLowerCase(Locale.ROOT);
        return switch (side.verdict()) {
            case UNPROTECTED -> "plain";
            case UNKNOWN -> Verdict.UNKNOWN.toString();
            case RIGHT, WRONG -> mode + " " + side.verdict();
        };
    }

    private static String status(int status) {
        return status == DesfireStatus.OPERATION_OK.code()
                ? "00"
                : DesfireStatus.of(status).map(DesfireStatus::toString).orElse(Hex.ofByte(status));
    }

    private void append(StringBuilder line, String mark, Side side, boolean secret) {
        Bytes clear = side.clear().orElse(Bytes.EMPTY);
        if (clear.isEmpty()) {
            return;
        }
        boolean hidden = secret && !showKeys;
        line.append(mark);
        if (hidden) {
            line.append('(').append(clear.length()).append(" bytes with a key)");
        } else if (whole || clear.length() <= LONGEST) {
            line.append(clear.toHex());
        } else {
            line.append(clear.slice(0, START).toHex())
                    .append("...(")
                    .append(clear.length())
                    .append(" bytes)");
        }
    }
}
