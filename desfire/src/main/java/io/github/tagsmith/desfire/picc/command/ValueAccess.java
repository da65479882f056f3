package io.github.tagsmith.desfire.picc.command;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.Capability;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.picc.memory.ValueFile;
import io.github.tagsmith.desfire.picc.sm.Refusal;

/**
 * Values: {@code number [amount (4)]}. Amounts are not negative.
 *
 * <p>RestoreTransfer, {@code target source}, gives a file the value of another one, with the changes that the open transaction made
 * to it. The parameters are those of liblogicalaccess (desfireev2iso7816commands.cpp). What follows is not published and ours: both
 * are value files, and it takes the rights of Credit for the target and of GetValue for the source.
 */
final class ValueAccess {

    private static final int AMOUNT_AT = 1;
    private static final int AMOUNT_LENGTH = 4;

    private ValueAccess() {}

    /** How a command changes the value. */
    @FunctionalInterface
    private interface Change {
        ValueFile apply(ValueFile file, int amount) throws Refusal;
    }

    /** The row of one of these commands. */
    static CommandRow row(Instruction instruction) {
        CommandRowBuilder row = new CommandRowBuilder(instruction);
        return switch (instruction) {
            case GET_VALUE ->
                row.ofFile()
                        .needs(Capability.TRANSACTIONS)
                        .bytes(1)
                        .in((card, header) -> {
                            ValueFile file = card.file(Parameters.fileNo(header), ValueFile.class);
                            CommMode usual = Purpose.DEBIT.mode(file.settings().access(), card.key());
                            return isOnlyFree(card, file) ? CommMode.PLAIN : usual;
                        })
                        .does(ValueAccess::get);
            case RESTORE_TRANSFER ->
                row.needs(Capability.RESTORE_TRANSFER).ofFile().bytes(2).does(ValueAccess::restore);
            case CREDIT -> changes(row, Purpose.READ_WRITE, ValueAccess::credited);
            case DEBIT -> changes(row, Purpose.DEBIT, ValueAccess::debited);
            case LIMITED_CREDIT -> changes(row, Purpose.WRITE, ValueAccess::givenBack);
            default -> throw row.elsewhere();
        };
    }

    private static CommandRow changes(CommandRowBuilder row, Purpose purpose, Change change) {
        return row.ofFile()
                .needs(Capability.TRANSACTIONS)
                .header(AMOUNT_AT)
                .bytes(AMOUNT_AT + AMOUNT_LENGTH)
                .in(ModeRule.file(purpose))
                .does((card, command) -> change(card, command, purpose, change));
    }

    private static Outcome get(Draft card, Parameters command) throws Refusal {
        ValueFile file = card.file(command.fileNo(), ValueFile.class);
        if (!file.isFreeToGet()) {
            Purpose.DEBIT.check(file.settings().access(), card.key());
        }
        card.cover(command.instruction(), command.bytes().plus(file.valueOnWire()), Bytes.EMPTY);
        return Outcome.of(file.valueOnWire());
    }

    /** Whether only the free GetValue of the file allows it. */
    private static boolean isOnlyFree(Draft card, ValueFile file) {
        try {
            Purpose.DEBIT.check(file.settings().access(), card.key());
            return false;
        } catch (Refusal refused) {
            return file.isFreeToGet();
        }
    }

    private static Outcome change(Draft card, Parameters command, Purpose purpose, Change change) throws Refusal {
        FileNo number = command.fileNo();
        ValueFile file = card.shadow(number, ValueFile.class);
        purpose.check(file.settings().access(), card.key());
        int amount = command.signed(AMOUNT_AT);
        if (amount < 0) {
            throw new Refusal(DesfireStatus.PARAMETER_ERROR);
        }
        card.putShadow(number, change.apply(file, amount));
        card.cover(command.instruction(), command.bytes(), Bytes.EMPTY);
        return Outcome.DONE;
    }

    private static Outcome restore(Draft card, Parameters command) throws Refusal {
        FileNo number = command.fileNo();
        ValueFile target = card.shadow(number, ValueFile.class);
        Purpose.READ_WRITE.check(target.settings().access(), card.key());
        if ((command.at(1) & ~(Parameters.FILE_BITS | (card.isOfSecond(command.at(1)) ? Draft.SECOND : 0))) != 0) {
            throw new Refusal(DesfireStatus.PARAMETER_ERROR);
        }
        int value = source(card.reading(command.at(1)), new FileNo(command.at(1) & Parameters.FILE_BITS));
        requireWithin(value >= target.lower() && value <= target.upper());
        card.putShadow(number, target.restored(value));
        card.cover(command.instruction(), command.bytes(), Bytes.EMPTY);
        return Outcome.DONE;
    }

    /** The value of a file, which may be one of the other application. */
    private static int source(Draft card, FileNo number) throws Refusal {
        ValueFile source = card.shadow(number, ValueFile.class);
        if (!source.isFreeToGet()) {
            Purpose.DEBIT.check(source.settings().access(), card.key());
        }
        return source.value();
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
