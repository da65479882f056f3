package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.ByteCursor;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.ProximityParameters;
import java.util.OptionalInt;

/** Begins a proximity check, EV2 and later. The answer was recorded from a real EV3 (proximity-check.json). */
public record PrepareProximityCheck() implements DesfireCommand<ProximityParameters> {

    private static final int BIT_RATES_FOLLOW = 0x01;

    @Override
    public Instruction instruction() {
        return Instruction.PREPARE_PROXIMITY_CHECK;
    }

    @Override
    public Bytes header() {
        return Bytes.EMPTY;
    }

    @Override
    public CommMode commMode() {
        return CommMode.PLAIN;
    }

    private static ProximityParameters parameters(ByteCursor cursor) throws NfcException {
        int option = cursor.take();
        int time = (int) cursor.takeBigEndian(2);
        boolean more = (option & BIT_RATES_FOLLOW) != 0;
        return new ProximityParameters(option, time, more ? OptionalInt.of(cursor.take()) : OptionalInt.empty());
    }

    @Override
    public ProximityParameters decode(Bytes answer) throws NfcException {
        return Answer.decode(instruction(), answer, cursor -> parameters(cursor));
    }
}
