package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.Instruction;

/**
 * Maps MIFARE Classic blocks to a file, EV2 XL and EV3C. Stated only: NXP NfcRdLib names file option, block list, restore
 * source, licence and licence MAC; no public source proves their layout, so they are given as they are sent.
 *
 * @param file the file that is created
 * @param parameters what the card's manual says
 */
public record CreateMfcMapping(FileNo file, Bytes parameters) implements Order {

    @Override
    public Instruction instruction() {
        return Instruction.CREATE_MFC_MAPPING;
    }

    @Override
    public Bytes header() {
        return Bytes.of(file.value());
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
