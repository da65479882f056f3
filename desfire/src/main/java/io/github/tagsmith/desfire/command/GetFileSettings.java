package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileSettings;
import io.github.tagsmith.desfire.model.Instruction;

/**
 * Type, access and sizes of a file.
 *
 * @param file which file
 */
public record GetFileSettings(FileNo file) implements DesfireCommand<FileSettings> {

    @Override
    public Instruction instruction() {
        return Instruction.GET_FILE_SETTINGS;
    }

    @Override
    public Bytes header() {
        return Bytes.of(file.value());
    }

    @Override
    public CommMode commMode() {
        return CommMode.MAC;
    }

    @Override
    public FileSettings decode(Bytes answer) throws NfcException {
        return Answer.decode(instruction(), answer, cursor -> FileSettingsForm.read(cursor));
    }
}
