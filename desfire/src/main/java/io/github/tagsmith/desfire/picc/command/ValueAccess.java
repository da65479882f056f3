package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.picc.memory.ValueFile;
import io.github.tagsmith.desfire.picc.sm.Refusal;

/** Values: {@code number [amount (4)]}. Amounts are not negative. */
final class ValueAccess {

    private static final int AMOUNT_AT = 1;
    private static final int AMOUNT_LENGTH = 4;

    private ValueAccess() {}

    /** How a command changes the value. */
    @FunctionalInterface
    private interface Change {
        ValueFile apply(ValueFile file, int amount) throws Refusal;
    }

    static void addTo(CommandRows rows) {
        rows.row(Instruction.GET_VALUE)
                .needs(Capability.TRANSACTIONS)
                .bytes(1)
                .in((card, header) -> {
                    ValueFile file = card.file(Parameters.fileNo(header), ValueFile.class);
                    CommMode usual = Purpose.DEBIT.mode(
                            file.settings().access(), card.activation().key());
                    return isOnlyFree(card, file) ? CommMode.PLAIN : usual;
                })
                .does(ValueAccess::get);
        changes(rows, Instruction.CREDIT, Purpose.READ_WRITE, ValueAccess::credited);
        changes(rows, Instruction.DEBIT, Purpose.DEBIT, ValueAccess::debited);
        changes(rows, Instruction.LIMITED_CREDIT, Purpose.WRITE, ValueAccess::givenBack);
    }

    private static void changes(CommandRows rows, Instruction instruction, Purpose purpose, Change change) {
        rows.row(instruction)
                .needs(Capability.TRANSACTIONS)
                .header(AMOUNT_AT)
                .bytes(AMOUNT_AT + AMOUNT_LENGTH)
                .in(ModeRule.file(purpose))
                .does((card, command) -> change(card, command, purpose, change));
    }

    private static Outcome get(Draft card, Parameters command) throws Refusal {
        ValueFile file = card.file(command.fileNo(), ValueFile.class);
        if (!file.isFreeToGet()) {
            Purpose.DEBIT.check(file.settings().access(), card.activation().key());
        }
        card.cover(command.instruction(), command.bytes().plus(file.valueOnWire()), Bytes.EMPTY);
        return Outcome.of(file.valueOnWire());
    }

    /** Whether only the free GetValue of the file allows it. */
    private static boolean isOnlyFree(Draft card, ValueFile file) {
        try {
            Purpose.DEBIT.check(file.settings().access(), card.activation().key());
            return false;
        } catch (Refusal refused) {
            return file.isFreeToGet();
        }
    }

    private static Outcome change(Draft card, Parameters command, Purpose purpose, Change change) throws Refusal {
        FileNo number = command.fileNo();
        ValueFile file = card.shadow(number, ValueFile.class);
        purpose.check(file.settings().access(), card.activation().key());
        int amount = command.signed(AMOUNT_AT);
        if (amount < 0) {
            throw new Refusal(DesfireStatus.PARAMETER_ERROR);
        }
        card.putShadow(number, change.apply(file, amount));
        card.cover(command.instruction(), command.bytes(), Bytes.EMPTY);
        return Outcome.DONE;
    }

    private static ValueFile credited(ValueFile file, int amount) throws Refusal {
        requireWithin((long) file.value() + amount <= file.upper());
        return file.credited(amount);
    }

    private static ValueFile debited(ValueFile file, int amount) throws Refusal {
        requireWithin((long) file.value() - amount >= file.lower());
        return file.debitedBy(amount);
    }

    private static ValueFile givenBack(ValueFile file, int amount) throws Refusal {
        if (!file.allowsLimitedCredit() || file.gaveBack()) {
            throw new Refusal(DesfireStatus.PERMISSION_DENIED);
        }
        requireWithin(amount <= file.limit() && (long) file.value() + amount <= file.upper());
        return file.givenBack(amount);
    }

    private static void requireWithin(boolean within) throws Refusal {
        if (!within) {
            throw new Refusal(DesfireStatus.BOUNDARY_ERROR);
        }
    }
}
