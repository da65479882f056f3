package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.AccessRights;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.FileAccess;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.IsoFileId;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.picc.memory.FileSettings;
import io.github.tagsmith.desfire.picc.sm.Refusal;
import java.util.Optional;

/**
 * How every CreateFile command begins: {@code number [ISO identifier (2)] option rights (2)}. The identifier is there exactly
 * where the application has them: else the length is wrong (libnxpsc, hardware notes, EV3).
 *
 * @param number the number of the new file
 * @param settings its settings
 * @param rest what the type of file adds
 */
record FileForm(FileNo number, FileSettings settings, Parameters rest) {

    private static final int MODE_BITS = 0x03;

    /**
     * Reads it.
     *
     * @param card the card
     * @param command the parameters
     * @param tail how many bytes the type of file adds
     * @param identified whether files of this type can have ISO identifiers
     */
    static FileForm read(Draft card, Parameters command, int tail, boolean identified) throws Refusal {
        Application application = card.application();
        boolean hasId = identified && application.isoFiles();
        int optionAt = hasId ? 1 + IsoFileId.LENGTH : 1;
        int tailAt = optionAt + 1 + AccessRights.LENGTH;
        if (command.length() != tailAt + tail) {
            throw new Refusal(DesfireStatus.LENGTH_ERROR);
        }
        FileNo number = command.fileNo();
        if ((command.at(optionAt) & ~MODE_BITS) != 0) {
            throw new Refusal(DesfireStatus.PARAMETER_ERROR);
        }
        Optional<IsoFileId> id = hasId ? Optional.of(IsoFileId.fromWire(command.slice(1, optionAt))) : Optional.empty();
        boolean idTaken = id.isPresent() && application.fileWith(id.get()).isPresent();
        if (application.file(number).isPresent() || idTaken) {
            throw new Refusal(DesfireStatus.DUPLICATE);
        }
        FileAccess access = FileAccess.of(
                CommMode.ofBits(command.at(optionAt)), AccessRights.fromWire(command.slice(optionAt + 1, tailAt)));
        Bytes rest = command.from(tailAt);
        return new FileForm(number, FileSettings.of(access, id), new Parameters(command.received(), rest));
    }
}
