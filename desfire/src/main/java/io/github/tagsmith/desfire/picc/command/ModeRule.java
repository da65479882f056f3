package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileAccess;
import io.github.tagsmith.desfire.picc.memory.CardFile;
import io.github.tagsmith.desfire.picc.sm.Refusal;

/** The communication mode of a command in a session. */
@FunctionalInterface
interface ModeRule {

    /** Always in clear. */
    ModeRule PLAIN = always(CommMode.PLAIN);

    /** Always with a MAC. */
    ModeRule MAC = always(CommMode.MAC);

    /** Always enciphered. */
    ModeRule FULL = always(CommMode.FULL);

    /** Enciphered, but in clear where everybody may change the file's settings (M075031, ChangeFileSettings). */
    ModeRule CHANGE = (card, header) -> {
        FileAccess access = access(card, header);
        boolean byKey = Purpose.CHANGE.mode(access, card.key()) == access.commMode();
        return byKey && access.rights().change().key().isPresent() ? CommMode.FULL : CommMode.PLAIN;
    };

    /**
     * The mode.
     *
     * @param card the card
     * @param header the parameters that travel in clear
     * @return the mode
     * @throws Refusal if there is no such file
     */
    CommMode of(Draft card, Bytes header) throws Refusal;

    private static ModeRule always(CommMode mode) {
        return (card, header) -> mode;
    }

    /** That of the file, whose number is the first parameter; in clear where the right is free. */
    static ModeRule file(Purpose purpose) {
        return (card, header) -> purpose.mode(access(card, header), card.key());
    }

    private static FileAccess access(Draft card, Bytes header) throws Refusal {
        CardFile file = card.file(Parameters.fileNo(header));
        return file.settings().access();
    }
}
