package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.ByteCursor;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DelegatedInfo;
import io.github.tagsmith.desfire.model.DelegatedSlot;
import io.github.tagsmith.desfire.model.Instruction;

/**
 * Quota and application of a delegated slot, EV2 and later.
 *
 * <pre>
 * answer: slot version(1) quota(2) free blocks(2) AID(3)
 * </pre>
 *
 * <p>Source: NXP NfcRdLib (phalMfdfEVx_Sw_GetDelegatedInfo); stated only.
 *
 * @param slot the slot, 0 to FFFF; sent least significant byte first
 */
public record GetDelegatedInfo(int slot) implements DesfireCommand<DelegatedInfo> {

    /**
     * Checks the range.
     *
     * @param slot 0 to FFFF
     */
    public GetDelegatedInfo {
        if (slot < 0 || slot > 0xFFFF) {
            throw new IllegalArgumentException("slot " + slot + " is not 0 to FFFF");
        }
    }

    @Override
    public Instruction instruction() {
        return Instruction.GET_DELEGATED_INFO;
    }

    @Override
    public Bytes header() {
        return Bytes.littleEndian(slot, 2);
    }

    @Override
    public CommMode commMode() {
        return CommMode.MAC;
    }

    private DelegatedInfo info(ByteCursor cursor) throws NfcException {
        int version = cursor.take();
        int quota = Answer.littleEndian(cursor, 2);
        int free = Answer.littleEndian(cursor, 2);
        return new DelegatedInfo(new DelegatedSlot(slot, version, quota), free, Aid.fromWire(cursor.take(Aid.LENGTH)));
    }

    @Override
    public DelegatedInfo decode(Bytes answer) throws NfcException {
        return Answer.decode(instruction(), answer, cursor -> info(cursor));
    }
}
