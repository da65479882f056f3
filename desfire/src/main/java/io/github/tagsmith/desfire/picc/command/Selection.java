package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.FileNo;
import java.util.Optional;

/**
 * What is selected.
 *
 * @param aid the application, or the card itself
 * @param second a second application, which commands reach by bit 7 of their file or key number
 * @param current the file that ISO 7816-4 commands go to
 */
record Selection(Aid aid, Optional<Aid> second, Optional<FileNo> current) {

    /** The card itself, as the field finds it. */
    static final Selection CARD = of(Aid.PICC);

    static Selection of(Aid aid) {
        return new Selection(aid, Optional.empty(), Optional.empty());
    }

    Selection with(Aid newSecond) {
        return new Selection(aid, Optional.of(newSecond), current);
    }

    Selection with(FileNo newCurrent) {
        return new Selection(aid, second, Optional.of(newCurrent));
    }
}
