package io.github.tagsmith.core.trace.replay;

import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.meaning.MaskedBytes;
import io.github.tagsmith.core.trace.record.SecretLabels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recorded bytes, some of which may be masked.
 *
 * @param value the bytes; 0 where they are not known
 * @param holes where they are not known
 */
public record RecordedBytes(Bytes value, List<Hole> holes) {

    private static final int MAX_HOLE = 65536;
    private static final Pattern MASKED = Pattern.compile("\\*\\*|\\{s(\\d{1,9}):(\\d{1,5})}");

    /**
     * Bytes that are not known.
     *
     * @param from index of the first
     * @param to index after the last
     * @param label number of the secret; 0 for any
     */
    public record Hole(int from, int to, int label) {}

    /**
     * Copies the list.
     *
     * @param value the bytes
     * @param holes where they are not known
     */
    public RecordedBytes {
        holes = List.copyOf(holes);
    }

    /**
     * Reads the text form.
     *
     * @param text digits, {@code **} and {@code {sN:L}}
     * @return the bytes
     * @throws IllegalArgumentException if it is something else
     */
    static RecordedBytes parse(String text) {
        Bytes value = Bytes.EMPTY;
        List<Hole> holes = new ArrayList<>();
        Matcher masked = MASKED.matcher(text);
        int at = 0;
        while (masked.find()) {
            value = value.plus(Bytes.fromHex(text.substring(at, masked.start())));
            int length = masked.group(2) == null ? 1 : Integer.parseInt(masked.group(2));
            if (length == 0 || length > MAX_HOLE) {
                throw new IllegalArgumentException(length + " masked bytes; 1 to " + MAX_HOLE + " are possible");
            }
            int label = masked.group(1) == null ? 0 : Integer.parseInt(masked.group(1));
            holes.add(new Hole(value.length(), value.length() + length, label));
            value = value.plus(Bytes.zeros(length));
            at = masked.end();
        }
        return new RecordedBytes(value.plus(Bytes.fromHex(text.substring(at))), holes);
    }

    /**
     * Finds out what is masked in bytes from a capture: what can be secret and holds what stands for a secret.
     *
     * @param masked the bytes, with everything masked that can be secret
     * @return the bytes
     */
    static RecordedBytes ofCapture(MaskedBytes masked) {
        List<Hole> holes = new ArrayList<>();
        for (MaskedBytes.Run run : masked.runs()) {
            OptionalInt label = SecretLabels.numberOf(masked.value().slice(run.from(), run.to()));
            label.ifPresent(number -> holes.add(new Hole(run.from(), run.to(), number)));
        }
        return new RecordedBytes(masked.value(), holes);
    }

    /**
     * Compares with what is sent.
     *
     * @param sent the bytes
     * @param known secrets by their numbers
     * @return the secrets that are known then; nothing if the bytes are others
     */
    Optional<Map<Integer, Bytes>> match(Bytes sent, Map<Integer, Bytes> known) {
        if (sent.length() != value.length()) {
            return Optional.empty();
        }
        Map<Integer, Bytes> learned = new HashMap<>(known);
        Bytes shown = sent;
        for (Hole hole : holes) {
            Bytes secret = sent.slice(hole.from(), hole.to());
            if (hole.label() != 0
                    && !learned.computeIfAbsent(hole.label(), first -> secret).equals(secret)) {
                return Optional.empty();
            }
            shown = shown.with(hole.from(), value.slice(hole.from(), hole.to()));
        }
        return shown.equals(value) ? Optional.of(learned) : Optional.empty();
    }

    /** The length of the answer that an extended APDU asks for, in bytes; 0 for everything else. */
    int extendedNe() {
        try {
            CommandApdu command = CommandApdu.parse(value);
            return command.extended() ? command.ne() : 0;
        } catch (NfcException noApdu) {
            return 0;
        }
    }

    /**
     * Fills in what is masked.
     *
     * @param known secrets by their numbers
     * @return the bytes; nothing if one of them is not known
     */
    Optional<Bytes> filled(Map<Integer, Bytes> known) {
        Bytes filled = value;
        for (Hole hole : holes) {
            Bytes secret = known.get(hole.label());
            if (secret == null || secret.length() != hole.to() - hole.from()) {
                return Optional.empty();
            }
            filled = filled.with(hole.from(), secret);
        }
        return Optional.of(filled);
    }

    /** Digits, with {@code **} for a masked byte. */
    @Override
    public String toString() {
        MaskedBytes masked = MaskedBytes.clear(value);
        for (Hole hole : holes) {
            masked = masked.masking(hole.from(), hole.to());
        }
        return masked.toHex();
    }
}
