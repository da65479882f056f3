package io.github.tagsmith.cli.readers;

import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.Optional;

/**
 * A command and its answer, or a reset and the ATR that followed.
 *
 * @param expression what was sent; empty for a reset
 * @param response what came back; empty for a reset
 * @param atr the ATR after a reset
 */
record Exchange(Optional<ApduExpression> expression, Optional<ResponseApdu> response, Bytes atr) {

    boolean isMet() {
        return expression.isEmpty()
                || response.filter(expression.get()::isMetBy).isPresent();
    }

    /** Whether an answer was asked for by its status word. */
    boolean isExpected() {
        return expression.flatMap(ApduExpression::expected).isPresent();
    }
}
