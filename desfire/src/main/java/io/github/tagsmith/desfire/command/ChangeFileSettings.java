package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileAccess;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.SdmSettings;
import java.util.Optional;

/**
 * Changes access and secure dynamic messaging of a file; type and sizes stay. A card whose file has free right to change them
 * takes the command plain.
 *
 * @param file which file
 * @param access its new access
 * @param sdm its new secure dynamic messaging, NTAG 424 DNA and EV3
 */
public record ChangeFileSettings(FileNo file, FileAccess access, Optional<SdmSettings> sdm) implements Order {

    /**
     * Changes access only.
     *
     * @param file which file
     * @param access its new access
     */
    public ChangeFileSettings(FileNo file, FileAccess access) {
        this(file, access, Optional.empty());
    }

    @Override
    public Instruction instruction() {
        return Instruction.CHANGE_FILE_SETTINGS;
    }

    @Override
    public Bytes header() {
        return Bytes.of(file.value());
    }

    @Override
    public Bytes data() {
        return FileSettingsForm.changed(access, sdm);
    }

    @Override
    public CommMode commMode() {
        return CommMode.FULL;
    }
}
