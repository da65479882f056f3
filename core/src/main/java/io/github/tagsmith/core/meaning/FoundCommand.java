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
        Optional<CommandParts> parts = CommandParts.of(command);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        MaskedBytes.Run data = parts.get().data();
        return find(parts.get(), command.slice(data.from(), data.to()), command, false);
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
        return find(parts, command.slice(1), command, true);
    }

    private static Optional<FoundCommand> find(CommandParts parts, Bytes data, Bytes command, boolean isNative) {
        Optional<CommandRow> row = CommandTable.find(parts, data);
        return row.isEmpty() ? Optional.empty() : Optional.of(new FoundCommand(row.get(), parts, command, isNative));
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
        return !(classOfApdu && isWellFormed(command)) && isKnownToDesfire(command);
    }

    private static boolean isWellFormed(Bytes command) {
        Optional<CommandParts> parts = CommandParts.of(command);
        return parts.isPresent() && parts.get().isWellFormed();
    }

    private static boolean isKnownToDesfire(Bytes command) {
        Optional<FoundCommand> found = ofNative(command);
        return found.isPresent()
                && found.get().row.op().startsWith(DESFIRE)
                && !found.get().row.op().equals(DESFIRE + "Unknown");
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
        Optional<MaskedBytes> value = bytes(source, MaskedBytes.clear(bytes), data());
        return value.isEmpty() ? 0 : (int) value.get().value().toUnsignedBigEndian();
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
            Optional<Object> value = field.source().place() == FieldSource.Place.LE
                    ? ne()
                    : value(field, bytes(field.source(), message, data), emptyCounts);
            if (value.isPresent()) {
                values.put(field.name(), value.get());
            }
        }
        return values;
    }

    private Optional<Object> ne() {
        return parts.le().isEmpty()
                ? Optional.empty()
                : Optional.of((long) parts.le().getAsInt());
    }

    private static Optional<Object> value(Field field, Optional<MaskedBytes> bytes, boolean emptyCounts) {
        boolean counts =
                bytes.isPresent() && (emptyCounts || !bytes.get().value().isEmpty());
        return counts ? field.type().value(bytes.get()) : Optional.empty();
    }

    private Optional<MaskedBytes> bytes(FieldSource source, MaskedBytes message, MaskedBytes.Run data) {
        return switch (source.place()) {
            case HEADER -> Optional.of(MaskedBytes.clear(parts.header().slice(source.from(), source.to())));
            case DATA -> part(message, data.from(), source.in(data.to() - data.from()));
            case ALL -> Optional.of(message);
            case LE -> Optional.empty();
        };
    }

    private static Optional<MaskedBytes> part(MaskedBytes message, int start, Optional<MaskedBytes.Run> run) {
        return run.isEmpty()
                ? Optional.empty()
                : Optional.of(message.slice(
                        start + run.get().from(), start + run.get().to()));
    }
}
