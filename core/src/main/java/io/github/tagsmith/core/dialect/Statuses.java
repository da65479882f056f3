package io.github.tagsmith.core.dialect;

import io.github.tagsmith.core.apdu.StatusWord;
import java.util.Set;

/**
 * What a reader's status words mean.
 *
 * @param wrongKey after an authentication
 * @param notAuthenticated after a read or write
 * @param otherForm after an authentication that the firmware does not know
 * @param suspicious neither success nor failure
 */
public record Statuses(
        Set<StatusWord> wrongKey,
        Set<StatusWord> notAuthenticated,
        Set<StatusWord> otherForm,
        Set<StatusWord> suspicious) {

    /**
     * The meaning after load key or authenticate.
     *
     * @param sw the status
     * @return what it means
     */
    public StatusMeaning ofKeyCommand(StatusWord sw) {
        return of(sw, wrongKey, StatusMeaning.WRONG_KEY);
    }

    /**
     * The meaning after a command on a block.
     *
     * @param sw the status
     * @return what it means
     */
    public StatusMeaning ofBlockCommand(StatusWord sw) {
        return of(sw, notAuthenticated, StatusMeaning.NOT_AUTHENTICATED);
    }

    private StatusMeaning of(StatusWord sw, Set<StatusWord> expected, StatusMeaning then) {
        if (sw.equals(StatusWord.OK)) {
            return StatusMeaning.DONE;
        }
        if (suspicious.contains(sw)) {
            return StatusMeaning.SUSPICIOUS;
        }
        if (otherForm.contains(sw)) {
            return StatusMeaning.OTHER_FORM;
        }
        return expected.contains(sw) ? then : StatusMeaning.FAILED;
    }
}
