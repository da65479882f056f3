package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.picc.StorageAnswer;
import io.github.tagsmith.core.picc.StoragePicc;
import io.github.tagsmith.core.picc.StoragePicc.ValueOperation;
import io.github.tagsmith.core.virtual.FirmwareProfile.ValueStyle;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The value instructions of firmwares. An empty answer means that the instruction is none of those that it knows. */
final class ValueFirmware {

    private static final int WIDTH = 4;
    private static final int DECREMENT = 0xC0;
    private static final int INCREMENT = 0xC1;
    private static final int RESTORE = 0xC2;

    private final StoragePicc picc;
    private final Set<ValueStyle> styles;

    ValueFirmware(StoragePicc picc, Set<ValueStyle> styles) {
        this.picc = picc;
        this.styles = styles;
    }

    Optional<StorageAnswer> answer(CommandApdu command) {
        return switch (command.ins()) {
            case 0xD7 -> known(ValueStyle.ACS, () -> acs(command));
            case 0xB1 -> known(ValueStyle.ACS, () -> read(command.p2()));
            case 0xD4 -> known(ValueStyle.OMNIKEY, () -> change(ValueOperation.INCREMENT, command));
            case 0xD8 -> known(ValueStyle.OMNIKEY, () -> change(ValueOperation.DECREMENT, command));
            case 0xF5 -> known(ValueStyle.SPRINGCARD, () -> springcard(command));
            case 0xC2 ->
                command.p2() == 0x03 ? known(ValueStyle.PART_3, () -> part3(command.data())) : Optional.empty();
            case 0xF0 ->
                known(ValueStyle.F0_SCL, () -> f0(command, DECREMENT))
                        .or(() -> known(ValueStyle.F0_UTRUST, () -> f0(command, INCREMENT)));
            default -> Optional.empty();
        };
    }

    private Optional<StorageAnswer> known(ValueStyle style, Supplier<StorageAnswer> answer) {
        return styles.contains(style) ? Optional.of(answer.get()) : Optional.empty();
    }

    private StorageAnswer acs(CommandApdu command) {
        Bytes data = command.data();
        if (data.length() == 2 && data.get(0) == 0x03) {
            return transfer(ValueOperation.RESTORE, command.p2(), data.get(1), Bytes.zeros(WIDTH));
        }
        if (data.length() != 1 + WIDTH) {
            return StorageAnswer.nak();
        }
        Bytes number = data.slice(1).reversed();
        return switch (data.get(0)) {
            case 0x00 -> picc.write(command.p2(), block(number, command.p2()));
            case 0x01 -> transfer(ValueOperation.INCREMENT, command.p2(), command.p2(), number);
            case 0x02 -> transfer(ValueOperation.DECREMENT, command.p2(), command.p2(), number);
            default -> StorageAnswer.nak();
        };
    }

    private static Bytes block(Bytes number, int address) {
        Bytes inverted = number.xor(Bytes.repeat(WIDTH, 0xFF));
        return Bytes.concat(number, inverted, number, Bytes.of(address, 0xFF - address, address, 0xFF - address));
    }

    private StorageAnswer read(int block) {
        StorageAnswer answer = picc.read(block);
        if (!answer.isOk()) {
            return answer;
        }
        Bytes number = answer.data().slice(0, WIDTH);
        boolean isValue = answer.data().startsWith(block(number, 0).slice(0, 3 * WIDTH));
        return isValue ? StorageAnswer.of(number.reversed()) : StorageAnswer.nak();
    }

    private StorageAnswer f0(CommandApdu command, int increment) {
        Bytes data = command.data();
        if (data.length() != 2 + WIDTH || data.get(1) != command.p2()) {
            return StorageAnswer.nak();
        }
        if (data.get(0) != INCREMENT && data.get(0) != DECREMENT) {
            return StorageAnswer.nak();
        }
        ValueOperation operation = data.get(0) == increment ? ValueOperation.INCREMENT : ValueOperation.DECREMENT;
        return transfer(operation, command.p2(), command.p2(), data.slice(2));
    }

    private StorageAnswer springcard(CommandApdu command) {
        return switch (command.p1()) {
            case INCREMENT -> change(ValueOperation.INCREMENT, command);
            case DECREMENT -> change(ValueOperation.DECREMENT, command);
            case RESTORE -> change(ValueOperation.RESTORE, command);
            default -> StorageAnswer.nak();
        };
    }

    /** A0 or A1, 09, then 80 01 block and 81 04 number. */
    private StorageAnswer part3(Bytes objects) {
        if (objects.length() != 11
                || objects.get(1) != 0x09
                || !objects.slice(2, 4).equals(Bytes.of(0x80, 0x01))
                || !objects.slice(5, 7).equals(Bytes.of(0x81, 0x04))) {
            return StorageAnswer.nak();
        }
        int block = objects.get(4);
        return switch (objects.get(0)) {
            case 0xA0 -> transfer(ValueOperation.INCREMENT, block, block, objects.slice(7));
            case 0xA1 -> transfer(ValueOperation.DECREMENT, block, block, objects.slice(7));
            default -> StorageAnswer.nak();
        };
    }

    private StorageAnswer change(ValueOperation operation, CommandApdu command) {
        return command.data().length() == WIDTH
                ? transfer(operation, command.p2(), command.p2(), command.data())
                : StorageAnswer.nak();
    }

    private StorageAnswer transfer(ValueOperation operation, int source, int target, Bytes operand) {
        StorageAnswer answer = picc.load(operation, source, operand);
        return answer.isOk() ? picc.transfer(target) : answer;
    }
}
