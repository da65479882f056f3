package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.Optional;

/**
 * Selects an application, or two at once that share their files (EV2 and later; the second form is stated by NXP NfcRdLib
 * only). Ends the session.
 *
 * @param aid the application; 000000 for the card itself
 * @param second another one
 */
public record SelectApplication(Aid aid, Optional<Aid> second) implements Order {

    /**
     * Selects one application.
     *
     * @param aid which one
     */
    public SelectApplication(Aid aid) {
        this(aid, Optional.empty());
    }

    @Override
    public Instruction instruction() {
        return Instruction.SELECT_APPLICATION;
    }

    @Override
    public Bytes header() {
        return aid.toWire().plus(second.map(Aid::toWire).orElse(Bytes.EMPTY));
    }

    @Override
    public CommMode commMode() {
        return CommMode.PLAIN;
    }

    @Override
    public boolean endsSession() {
        return true;
    }
}
