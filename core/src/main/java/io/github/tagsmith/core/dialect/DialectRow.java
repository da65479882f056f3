package io.github.tagsmith.core.dialect;

import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lines of one row, and typed access to them. Every complaint names the line. */
final class DialectRow {

    private static final Set<String> OWN = Set.of("like", "title", "reader", "source", "doubt");
    private static final String NONE = "none";

    private final String file;
    private final String id;
    private final int line;
    private final Map<String, List<Entry>> entries = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();

    /** What stands behind an equals sign, and where. */
    record Entry(String value, int line) {}

    DialectRow(String file, String id, int line) {
        this.file = file;
        this.id = id;
        this.line = line;
    }

    String id() {
        return id;
    }

    int line() {
        return line;
    }

    void add(String key, String value, int at) throws NfcException {
        List<Entry> present = entries.computeIfAbsent(key, k -> new ArrayList<>());
        if (!present.isEmpty() && !key.equals("retry") && !key.equals("reader") && !OWN.contains(key)) {
            throw malformed(
                    at,
                    "\"" + key + "\" is there already, in line "
                            + present.get(0).line());
        }
        present.add(new Entry(value, at));
    }

    void inherit(DialectRow base) {
        for (Map.Entry<String, List<Entry>> entry : base.entries.entrySet()) {
            if (!OWN.contains(entry.getKey())) {
                entries.putIfAbsent(entry.getKey(), entry.getValue());
            }
        }
    }

    /** All values of a key, without {@code none}. */
    List<Entry> all(String key) {
        used.add(key);
        List<Entry> present = new ArrayList<>();
        for (Entry entry : entries.getOrDefault(key, List.of())) {
            if (!entry.value().equals(NONE)) {
                present.add(entry);
            }
        }
        return present;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Entry entry : all(key)) {
            texts.add(entry.value());
        }
        return texts;
    }

    Optional<Entry> one(String key) {
        List<Entry> all = all(key);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    String text(String key, String otherwise) {
        List<Entry> all = all(key);
        return all.isEmpty() ? otherwise : all.get(0).value();
    }

    boolean yes(String key, boolean otherwise) throws NfcException {
        Optional<Entry> entry = one(key);
        if (entry.isEmpty()) {
            return otherwise;
        }
        if (!entry.get().value().equals("yes") && !entry.get().value().equals("no")) {
            throw malformed(entry.get().line(), key + " is yes or no");
        }
        return entry.get().value().equals("yes");
    }

    List<Integer> numbers(String key, int count, List<Integer> otherwise) throws NfcException {
        Optional<Entry> entry = one(key);
        if (entry.isEmpty()) {
            return otherwise;
        }
        String value = entry.get().value();
        if (!value.matches("\\d{1,6}( +\\d{1,6}){" + (count - 1) + "}")) {
            throw malformed(entry.get().line(), key + " wants " + count + (count == 1 ? " number" : " numbers"));
        }
        return List.of(value.split(" +", -1)).stream().map(Integer::valueOf).toList();
    }

    Set<StatusWord> statusWords(String key) throws NfcException {
        Optional<Entry> entry = one(key);
        return entry.isEmpty()
                ? Set.of()
                : statusWords(entry.get().value(), entry.get().line());
    }

    Set<StatusWord> statusWords(String text, int at) throws NfcException {
        Set<StatusWord> words = new LinkedHashSet<>();
        for (String word : text.strip().split(" +", -1)) {
            if (!word.matches("[0-9A-Fa-f]{4}")) {
                throw malformed(at, "\"" + word + "\" is not a status word of four digits");
            }
            words.add(new StatusWord(Integer.parseInt(word, 16)));
        }
        return words;
    }

    <E extends Enum<E>> E oneOf(String key, Map<String, E> choices, E otherwise) throws NfcException {
        Optional<Entry> entry = one(key);
        if (entry.isEmpty()) {
            return otherwise;
        }
        E choice = choices.get(entry.get().value().toLowerCase(Locale.ROOT));
        if (choice == null) {
            throw malformed(
                    entry.get().line(),
                    key + " is one of "
                            + String.join(
                                    ", ", choices.keySet().stream().sorted().toList()));
        }
        return choice;
    }

    /** A form that has at least one of each group of fields, and no field outside. */
    Optional<CommandForm> form(String key, List<Set<Field>> wanted) throws NfcException {
        Optional<Entry> entry = one(key);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        int at = entry.get().line();
        CommandForm form;
        try {
            form = CommandForm.parse(entry.get().value());
        } catch (IllegalArgumentException e) {
            throw malformed(at, key + ": " + e.getMessage()).withCause(e);
        }
        for (Set<Field> group : wanted) {
            if (group.stream().noneMatch(form::has)) {
                throw malformed(at, key + " lacks " + labels(group));
            }
        }
        for (Field field : form.fields()) {
            if (wanted.stream().noneMatch(group -> group.contains(field))) {
                throw malformed(at, key + " has no use for {" + field.label() + "}");
            }
        }
        return Optional.of(form);
    }

    private static String labels(Set<Field> group) {
        return String.join(
                " or ",
                group.stream().sorted().map(field -> "{" + field.label() + "}").toList());
    }

    CommandForm required(String key, Optional<CommandForm> form) throws NfcException {
        return form.orElseThrow(() -> malformed(line, "[" + id + "] has no " + key));
    }

    /** The middle parts of the keys {@code setting.NAME.*}, in order. */
    Set<String> settingNames() {
        Set<String> names = new LinkedHashSet<>();
        for (String key : entries.keySet()) {
            String[] parts = key.split("\\.", -1);
            if (parts.length == 3 && parts[0].equals("setting")) {
                names.add(parts[1]);
            }
        }
        return names;
    }

    void refuseUnknownKeys() throws NfcException {
        for (Map.Entry<String, List<Entry>> entry : entries.entrySet()) {
            if (!used.contains(entry.getKey())) {
                throw malformed(entry.getValue().get(0).line(), "there is no \"" + entry.getKey() + "\" in a dialect");
            }
        }
    }

    NfcException malformed(int at, String why) {
        return NfcException.malformed(file + ", line " + at + ": " + why);
    }
}
