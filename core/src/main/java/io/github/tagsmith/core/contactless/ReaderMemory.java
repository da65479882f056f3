package io.github.tagsmith.core.contactless;

import io.github.tagsmith.core.dialect.Dialect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Remembers what has turned out about each reader, in this program and as text that outlives it.
 *
 * <pre>
 * reader name TAB dialect TAB words       the words are those of a negotiation, separated by blanks
 * </pre>
 */
public final class ReaderMemory {

    private static final Pattern TAB = Pattern.compile("\t");
    private static final Pattern BLANK = Pattern.compile(" ");
    private static final int FIELDS = 3;

    private final Map<String, List<String>> recalled = new HashMap<>();
    private final Map<String, Negotiation> negotiations = new HashMap<>();

    /** Remembers nothing yet. */
    public ReaderMemory() {}

    /**
     * Remembers what an earlier program has learned.
     *
     * @param text as {@link #text} gave it; lines that cannot be understood are passed over
     * @return a memory that has it
     */
    public static ReaderMemory recall(String text) {
        ReaderMemory memory = new ReaderMemory();
        text.lines().forEach(line -> {
            List<String> fields = TAB.splitAsStream(line).toList();
            if (fields.size() == FIELDS) {
                memory.recalled.put(
                        key(fields.get(0), fields.get(1)),
                        BLANK.splitAsStream(fields.get(2)).toList());
            }
        });
        return memory;
    }

    /**
     * What is known of a reader; what turns out later is added there.
     *
     * @param readerName its name
     * @param dialect the dialect it is spoken to in
     * @return the same object for the same reader and dialect
     */
    public synchronized Negotiation of(String readerName, Dialect dialect) {
        String key = key(readerName, dialect.id());
        return negotiations.computeIfAbsent(key, known -> {
            Negotiation negotiation = new Negotiation(dialect);
            negotiation.recall(recalled.getOrDefault(key, List.of()));
            return negotiation;
        });
    }

    /**
     * Everything that is remembered.
     *
     * @return a line for each reader that something is known of
     */
    public synchronized String text() {
        Map<String, List<String>> all = new TreeMap<>(recalled);
        negotiations.forEach((key, negotiation) -> all.put(key, negotiation.words()));
        return all.entrySet().stream()
                .filter(known -> !known.getValue().isEmpty())
                .map(known -> known.getKey() + "\t" + String.join(" ", known.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String key(String readerName, String dialectId) {
        return readerName + "\t" + dialectId;
    }
}
