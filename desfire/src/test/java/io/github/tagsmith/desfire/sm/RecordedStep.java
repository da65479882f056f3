package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.testing.Json;
import io.github.tagsmith.desfire.command.DesfireCommand;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.Instruction;
import java.util.Locale;
import java.util.Map;

/** A step of a recorded EV1 session: {@code tx_comm} and {@code rx_comm} say how each direction is protected. */
public final class RecordedStep {

    private RecordedStep() {}

    public static DesfireCommand<Bytes> command(Map<String, Object> step) {
        String header = (String) step.getOrDefault("header", "");
        String protection = Json.text(step, "tx_comm");
        if (protection.equals("changekey")) {
            return RawKeyChange.of(header, step);
        }
        Instruction instruction =
                Instruction.of(Integer.parseInt(Json.text(step, "cmd"), 16)).orElseThrow();
        String data = (String) step.getOrDefault("data", "");
        if (Json.text(step, "rx_comm").equals("full")) {
            return RawCommand.of(instruction, header + data, "", CommMode.FULL);
        }
        return RawCommand.of(instruction, header, data, CommMode.valueOf(protection.toUpperCase(Locale.ROOT)));
    }
}
