package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;

/**
 * Restricts what may be written to mapped MIFARE Classic blocks, EV2 XL and EV3C. It cannot be lifted. Stated only: NXP
 * NfcRdLib names option, configuration, licence and licence MAC; no public source proves their layout.
 *
 * @param option 0 to FF
 * @param parameters what the card's manual says
 */
public record RestrictMfcUpdate(int option, Bytes parameters) implements Order {

    @Override
    public Instruction instruction() {
        return Instruction.RESTRICT_MFC_UPDATE;
    }

    @Override
    public Bytes header() {
        return Bytes.of(option);
    }

    @Override
    public Bytes data() {
        return parameters;
    }

    @Override
    public CommMode commMode() {
        return CommMode.FULL;
    }
}
