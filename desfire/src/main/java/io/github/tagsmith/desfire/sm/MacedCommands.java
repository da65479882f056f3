package io.github.tagsmith.desfire.sm;

import io.github.tagsmith.desfire.model.Instruction;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Commands that carry a MAC in MAC mode; EV1 sessions only count the others (Proxmark3, libfreefare). */
final class MacedCommands {

    static final Set<Instruction> D40 = Collections.unmodifiableSet(EnumSet.of(
            Instruction.WRITE_DATA,
            Instruction.WRITE_DATA_ISO,
            Instruction.WRITE_RECORD,
            Instruction.WRITE_RECORD_ISO,
            Instruction.UPDATE_RECORD,
            Instruction.UPDATE_RECORD_ISO,
            Instruction.CREDIT,
            Instruction.DEBIT,
            Instruction.LIMITED_CREDIT,
            Instruction.COMMIT_READER_ID));

    static final Set<Instruction> EV1 = Collections.unmodifiableSet(
            with(D40, Instruction.INITIALIZE_KEY_SET, Instruction.ROLL_KEY_SET, Instruction.FINALIZE_KEY_SET));

    private MacedCommands() {}

    private static Set<Instruction> with(Set<Instruction> all, Instruction... more) {
        Set<Instruction> joined = EnumSet.copyOf(all);
        Collections.addAll(joined, more);
        return joined;
    }
}
