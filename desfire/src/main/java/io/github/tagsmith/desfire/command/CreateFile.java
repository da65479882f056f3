package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileSettings;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.IsoFileId;
import java.util.Optional;

/**
 * Creates a file of any type but the transaction MAC file. Standard: full-apdu-traces.json; the others are laid out as
 * libfreefare and Proxmark3 send them. Additional access rights are only announced here (bit 7 of the option); they are given
 * by ChangeFileSettings afterwards, as is secure dynamic messaging.
 *
 * @param file its number
 * @param isoFileId its ISO file identifier, in an application that asks for one
 * @param settings what it is
 */
public record CreateFile(FileNo file, Optional<IsoFileId> isoFileId, FileSettings settings) implements Order {

    /**
     * Checks the sizes and that the type can be created.
     *
     * @param file its number
     * @param isoFileId its ISO file identifier, in an application that asks for one
     * @param settings what it is
     */
    public CreateFile {
        FileSettingsForm.created(file, isoFileId, settings);
    }

    @Override
    public Instruction instruction() {
        return FileSettingsForm.creation(settings.type());
    }

    @Override
    public Bytes header() {
        return FileSettingsForm.created(file, isoFileId, settings);
    }
}
