package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.command.DesfireCommand;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.OptionalInt;

/** A command as a vector or a test spells it. */
public record RawCommand(
        Instruction instruction,
        Bytes header,
        Bytes data,
        CommMode commMode,
        OptionalInt answerLength,
        boolean endsSession,
        boolean answersWholeBlocks)
        implements DesfireCommand<Bytes> {

    public static RawCommand of(Instruction instruction, String header, String data, CommMode mode) {
        return new RawCommand(
                instruction, Bytes.fromHex(header), Bytes.fromHex(data), mode, OptionalInt.empty(), false, false);
    }

    public RawCommand answeredBy(int length) {
        return new RawCommand(
                instruction, header, data, commMode, OptionalInt.of(length), endsSession, answersWholeBlocks);
    }

    public RawCommand ending() {
        return new RawCommand(instruction, header, data, commMode, answerLength, true, answersWholeBlocks);
    }

    public RawCommand answeredInBlocks() {
        return new RawCommand(instruction, header, data, commMode, answerLength, endsSession, true);
    }

    @Override
    public Bytes decode(Bytes answer) {
        return answer;
    }
}
