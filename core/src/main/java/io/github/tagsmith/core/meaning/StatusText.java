package io.github.tagsmith.core.meaning;

import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.core.table.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is known of a status word or a DESFire status.
 *
 * @param code its digits; {@code x} for any digit
 * @param name a stable identifier
 * @param text what it says
 * @param causes likely causes, the likeliest first
 * @param remedies what to do
 */
public record StatusText(String code, String name, String text, List<String> causes, List<String> remedies) {

    private static final int DESFIRE = 0x91;

    /** A trace has few status words and asks for each again and again. */
    private static final Map<StatusWord, StatusText> FOUND = new ConcurrentHashMap<>();

    /** Read when first asked. */
    private static final class Words {
        static final List<StatusText> ROWS = read("status-words.txt");
    }

    /** Read when first asked. */
    private static final class DesfireCodes {
        static final List<StatusText> ROWS = read("desfire-status.txt");
    }

    /** What stands behind a name of more than one word: the varying part of it, in decimal. */
    private static final Map<String, Integer> VARYING = Map.of("more-data", 0xFF, "retries", 0x0F, "wrong-le", 0xFF);

    /**
     * Copies the lists.
     *
     * @param code its digits
     * @param name a stable identifier
     * @param text what it says
     * @param causes likely causes
     * @param remedies what to do
     */
    public StatusText {
        causes = List.copyOf(causes);
        remedies = List.copyOf(remedies);
    }

    private static List<StatusText> read(String resource) {
        List<StatusText> all = new ArrayList<>();
        List<String> causes = new ArrayList<>();
        List<String> remedies = new ArrayList<>();
        String head = "";
        for (String line : TextTable.lines(StatusText.class, resource)) {
            if (line.startsWith("  cause ")) {
                causes.add(line.substring("  cause ".length()));
            } else if (line.startsWith("  do ")) {
                remedies.add(line.substring("  do ".length()));
            } else {
                if (!head.isEmpty()) {
                    all.add(of(head, causes, remedies));
                }
                head = line;
                causes.clear();
                remedies.clear();
            }
        }
        all.add(of(head, causes, remedies));
        return List.copyOf(all);
    }

    private static StatusText of(String head, List<String> causes, List<String> remedies) {
        int blank = head.indexOf(' ');
        int bar = head.indexOf(" | ");
        return new StatusText(
                head.substring(0, blank),
                head.substring(blank + 1, bar < 0 ? head.length() : bar),
                bar < 0 ? "" : head.substring(bar + " | ".length()),
                causes,
                remedies);
    }

    /**
     * Looks a status word up; 91xx is a DESFire status.
     *
     * @param sw the word
     * @return what is known of it
     */
    public static StatusText of(StatusWord sw) {
        StatusText known = FOUND.get(sw);
        if (known == null) {
            known = find(sw);
            FOUND.put(sw, known);
        }
        return known;
    }

    private static StatusText find(StatusWord sw) {
        if (sw.sw1() == DESFIRE) {
            Optional<StatusText> known = ofDesfire(sw.sw2());
            return known.isPresent()
                    ? known.get()
                    : without("STATUS_" + Hex.ofByte(sw.sw2()), sw, "no status of DESFire that is known");
        }
        for (StatusText row : Words.ROWS) {
            if (row.fits(sw.toString())) {
                return new StatusText(
                        sw.toString(),
                        row.nameOf(sw),
                        sw.meaning(),
                        row.filled(row.causes, sw),
                        row.filled(row.remedies, sw));
            }
        }
        return without("sw-" + sw, sw, sw.meaning());
    }

    private static StatusText without(String name, StatusWord sw, String text) {
        return new StatusText(sw.toString(), name, text, List.of(), List.of());
    }

    /**
     * Looks a DESFire status up.
     *
     * @param status one byte
     * @return what is known of it, if anything is
     */
    public static Optional<StatusText> ofDesfire(int status) {
        String digits = Hex.ofByte(status);
        for (StatusText row : DesfireCodes.ROWS) {
            if (row.code.equals(digits)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /**
     * Looks a DESFire status up by its name.
     *
     * @param name as AUTHENTICATION_ERROR, in any case
     * @return what is known of it, if there is such a status
     */
    public static Optional<StatusText> ofName(String name) {
        String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
        return DesfireCodes.ROWS.stream()
                .filter(code -> code.name.equals(wanted))
                .findFirst();
    }

    private boolean fits(String digits) {
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) != 'x' && code.charAt(i) != digits.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private String nameOf(StatusWord sw) {
        Integer mask = VARYING.get(name);
        return mask == null ? name : name + "-" + (sw.sw2() & mask);
    }

    /** Texts with those digits of the word that the row leaves open. */
    private List<String> filled(List<String> texts, StatusWord sw) {
        int first = code.indexOf('x');
        if (first < 0) {
            return texts;
        }
        String varying = sw.toString().substring(first);
        List<String> filled = new ArrayList<>();
        for (String text : texts) {
            filled.add(text.replace("{}", varying));
        }
        return filled;
    }
}
