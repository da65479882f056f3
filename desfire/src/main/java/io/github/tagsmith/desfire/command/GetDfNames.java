package io.github.tagsmith.desfire.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.ApplicationName;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DfName;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.IsoFileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ISO names of all applications that have any. The card sends one application a frame: AID, ISO file identifier, DF name
 * to the end of the frame. Source: libfreefare, Proxmark3; stated only.
 */
public record GetDfNames() implements DesfireCommand<List<ApplicationName>> {

    @Override
    public Instruction instruction() {
        return Instruction.GET_DF_NAMES;
    }

    @Override
    public Bytes header() {
        return Bytes.EMPTY;
    }

    @Override
    public CommMode commMode() {
        return CommMode.MAC;
    }

    /** One application, or none; the channel gives several frames to {@link #decodeFrames}. */
    @Override
    public List<ApplicationName> decode(Bytes answer) throws NfcException {
        return answer.isEmpty() ? List.of() : List.of(name(answer));
    }

    @Override
    public List<ApplicationName> decodeFrames(List<Bytes> frames) throws NfcException {
        List<ApplicationName> names = new ArrayList<>();
        for (Bytes frame : frames) {
            names.addAll(decode(frame));
        }
        return List.copyOf(names);
    }

    private ApplicationName name(Bytes frame) throws NfcException {
        return Answer.decode(instruction(), frame, cursor -> {
            Aid aid = Aid.fromWire(cursor.take(Aid.LENGTH));
            IsoFileId id = IsoFileId.fromWire(cursor.take(IsoFileId.LENGTH));
            Bytes dfName = cursor.takeRest();
            return new ApplicationName(aid, id, dfName.isEmpty() ? Optional.empty() : Optional.of(new DfName(dfName)));
        });
    }
}
