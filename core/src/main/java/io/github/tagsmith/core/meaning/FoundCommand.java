package io.github.tagsmith.core.meaning;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A command and its row in the table. A native DESFire command is looked up as if it were wrapped.
 *
 * @param row the row
 * @param parts header, data and Le
 * @param bytes the command as it was sent
 * @param isNative whether it is a DESFire command without wrapping
 */
record FoundCommand(CommandRow row, CommandParts parts, Bytes bytes, boolean isNative) {

    private static final int WRAPPED = 0x90;
    private static final String DESFIRE = "desfire.";

    static Optional<FoundCommand> of(Bytes command) {
        return isNative(command) ? ofNative(command) : ofApdu(command);
    }

    static Optional<FoundCommand> ofApdu(Bytes command) {
        return CommandParts.of(command)
                .flatMap(parts -> CommandTable.find(
                                parts,
                                command.slice(parts.data().from(), parts.data().to()))
                        .map(row -> new FoundCommand(row, parts, command, false)));
    }

    static Optional<FoundCommand> ofNative(Bytes command) {
        if (command.isEmpty()) {
            return Optional.empty();
        }
        CommandParts parts = new CommandParts(
                Bytes.of(WRAPPED, command.get(0), 0, 0),
                new MaskedBytes.Run(1, command.length()),
                OptionalInt.empty(),
                true);
        return CommandTable.find(parts, command.slice(1)).map(row -> new FoundCommand(row, parts, command, true));
    }

    /**
     * Whether a command can only be one of DESFire's without wrapping: too short for an APDU, or with lengths or a class that no
     * APDU has, and a code that DESFire knows.
     */
    static boolean isNative(Bytes command) {
        if (command.isEmpty() || command.get(0) == 0xFF || command.get(0) == WRAPPED) {
            return false;
        }
        boolean classOfApdu = command.get(0) < 0x20 || (command.get(0) & 0xE0) == 0x80;
        boolean lengthsFit =
                CommandParts.of(command).map(CommandParts::isWellFormed).orElse(false);
        return !(classOfApdu && lengthsFit)
                && ofNative(command)
                        .filter(found -> found.row.op().startsWith(DESFIRE))
                        .filter(found -> !found.row.op().equals(DESFIRE + "Unknown"))
                        .isPresent();
    }

    MaskedBytes.Run data() {
        return parts.data();
    }

    /** Where the data of an answer is: before the status word, or behind the status byte. */
    MaskedBytes.Run answerData(Bytes answer) {
        int length = answer.length();
        return isNative
                ? new MaskedBytes.Run(Math.min(1, length), length)
                : new MaskedBytes.Run(0, Math.max(0, length - 2));
    }

    /** A number in the command, as the address of a block; 0 where it is missing. */
    int number(FieldSource source) {
        return (int) bytes(source, MaskedBytes.clear(bytes), data())
                .map(value -> value.value().toUnsignedBigEndian())
                .orElse(0L)
                .longValue();
    }

    Map<String, Object> parameters(MaskedBytes command) {
        return values(row.parameters(), command, data(), true);
    }

    Map<String, Object> results(MaskedBytes answer) {
        return values(row.answer(), answer, answerData(answer.value()), false);
    }

    private Map<String, Object> values(
            List<Field> fields, MaskedBytes message, MaskedBytes.Run data, boolean emptyCounts) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : fields) {
            if (field.source().place() == FieldSource.Place.LE) {
                parts.le().ifPresent(le -> values.put(field.name(), (long) le));
            } else {
                bytes(field.source(), message, data)
                        .filter(value -> emptyCounts || !value.value().isEmpty())
                        .flatMap(field.type()::value)
                        .ifPresent(value -> values.put(field.name(), value));
            }
        }
        return values;
    }

    private Optional<MaskedBytes> bytes(FieldSource source, MaskedBytes message, MaskedBytes.Run data) {
        return switch (source.place()) {
            case HEADER -> Optional.of(MaskedBytes.clear(parts.header().slice(source.from(), source.to())));
            case DATA ->
                source.in(data.to() - data.from())
                        .map(run -> message.slice(data.from() + run.from(), data.from() + run.to()));
            case ALL -> Optional.of(message);
            case LE -> Optional.empty();
        };
    }
}
