package io.github.tagsmith.cli.readers;

/** A step of an APDU script: a command that is sent, or a reset of the card. */
sealed interface ApduStep permits ApduExpression, ApduStep.Reset {

    /** Starts the card anew, {@code reset} in a script. */
    record Reset() implements ApduStep {}
}
