package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.ByteCursor;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
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

    /**
     * Reads what the command carries behind the file's number.
     *
     * @param file which file
     * @param settings option, rights, and what the option announces
     * @return the command that carries just that
     * @throws NfcException {@code MALFORMED_INPUT} if there is too little, too much, or something unknown
     */
    public static ChangeFileSettings parse(FileNo file, Bytes settings) throws NfcException {
        ByteCursor cursor = new ByteCursor(settings, "file settings");
        try {
            ChangeFileSettings read = FileSettingsForm.readChange(file, cursor);
            if (!read.data().equals(settings)) {
                throw NfcException.malformed("there is something in the file settings that no document names");
            }
            return read;
        } catch (IllegalArgumentException wrong) {
            throw NfcException.malformed(String.valueOf(wrong.getMessage())).withCause(wrong);
        }
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
