package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.List;

/** The numbers of all files of the selected application. */
public record GetFileIds() implements DesfireCommand<List<FileNo>> {

    @Override
    public Instruction instruction() {
        return Instruction.GET_FILE_IDS;
    }

    @Override
    public Bytes header() {
        return Bytes.EMPTY;
    }

    @Override
    public CommMode commMode() {
        return CommMode.MAC;
    }

    @Override
    public List<FileNo> decode(Bytes answer) throws NfcException {
        return Answer.decode(instruction(), answer, cursor -> Answer.all(cursor, item -> new FileNo(item.take())));
    }
}
