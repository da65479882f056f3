package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.desfire.command.KeyChange;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeySetNo;

/**
 * Which key was used, and how.
 *
 * @param method how
 * @param keyNo the key's number
 */
public record Authentication(AuthenticationMethod method, KeyNo keyNo) {

    private static final KeySetNo ACTIVE = new KeySetNo(0);

    /**
     * Whether a key change is one of this key itself: key set 0 stands for the active one, whichever that is, as NXP NfcRdLib
     * has it (phalMfdfEVx_Sw_ChangeKeyEv2); stated only.
     *
     * @param change the change
     * @return true if so
     */
    boolean isOwn(KeyChange<?> change) {
        return change.keyNo().equals(keyNo) && change.keySet().orElse(ACTIVE).equals(ACTIVE);
    }
}
