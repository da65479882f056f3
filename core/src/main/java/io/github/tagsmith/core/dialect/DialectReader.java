package io.github.tagsmith.core.dialect;

import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a dialect of a row. */
final class DialectReader {

    private static final Set<Field> SLOT = Set.of(Field.SLOT, Field.SLOT_BY_TYPE, Field.TYPE);
    private static final Set<Field> BLOCK = Set.of(Field.BLOCK, Field.BLOCK2);
    private static final Set<Field> VALUE = Set.of(Field.VALUE_LSB, Field.VALUE_MSB);
    private static final Set<Field> STATE = Set.of(Field.STATE, Field.STATE4, Field.TIME, Field.TIME2);

    private static final Map<String, EscapeVia> ESCAPES =
            Map.of("none", EscapeVia.NONE, "transmit", EscapeVia.TRANSMIT, "control", EscapeVia.CONTROL);
    private static final Map<String, AnswerFrame> FRAMES = Map.of(
            "bare", AnswerFrame.BARE,
            "sw", AnswerFrame.STATUS_WORD,
            "sw2", AnswerFrame.SW2,
            "e1", AnswerFrame.E1,
            "status", AnswerFrame.LEADING_STATUS,
            "tlv", AnswerFrame.TLV);
    private static final Map<String, ValueText> TEXTS =
            Map.of("hex", ValueText.HEX, "text", ValueText.TEXT, "version", ValueText.VERSION);

    private enum Order {
        LSB,
        MSB
    }

    private final DialectRow row;
    private final List<DialectRow> others;

    /** @param others the rows that {@code retry} may name */
    DialectReader(DialectRow row, List<DialectRow> others) {
        this.row = row;
        this.others = others;
    }

    Dialect read() throws NfcException {
        row.all("like");
        Dialect dialect = new Dialect(
                row.id(),
                row.text("title", row.id()),
                row.texts("reader"),
                keys(row),
                retries(),
                blocks(),
                values(),
                statuses(),
                row.oneOf("escape", ESCAPES, EscapeVia.NONE),
                settings(),
                row.form("pn53x", List.of(Set.of(Field.DATA))),
                row.yes("transparent", false),
                row.texts("source"),
                row.texts("doubt"));
        row.refuseUnknownKeys();
        return dialect;
    }

    static KeyForms keys(DialectRow row) throws NfcException {
        List<Set<Field>> load = List.of(Set.of(Field.KEY), SLOT);
        Optional<CommandForm> volatileLoad = row.form("load", load);
        Optional<CommandForm> storedLoad = row.form("load.stored", load);
        if (volatileLoad.isEmpty() && storedLoad.isEmpty()) {
            throw row.malformed(row.line(), "[" + row.id() + "] has neither load nor load.stored");
        }
        List<Set<Field>> authenticate =
                List.of(BLOCK, Set.of(Field.TYPE), Set.of(Field.TYPE, Field.SLOT, Field.SLOT_BY_TYPE));
        int slots = row.numbers("slots", 1, List.of(1)).get(0);
        if (slots < 1 || slots > 256) {
            throw row.malformed(row.line(), "[" + row.id() + "] has slots = " + slots + ", must be 1 to 256");
        }
        return new KeyForms(
                volatileLoad,
                storedLoad,
                row.numbers("slot.first", 1, List.of(0)).get(0),
                slots,
                row.yes("slot.reuse", true),
                row.numbers("load.pause", 1, List.of(0)).get(0),
                row.required("authenticate", row.form("authenticate", authenticate)),
                row.form("authenticate.old", authenticate));
    }

    private Map<StatusWord, KeyForms> retries() throws NfcException {
        Map<StatusWord, KeyForms> retries = new HashMap<>();
        for (DialectRow.Entry entry : row.all("retry")) {
            int colon = entry.value().indexOf(':');
            String id = entry.value().substring(colon + 1).strip();
            Optional<DialectRow> other = DialectText.find(others, id);
            if (colon < 0 || other.isEmpty()) {
                throw row.malformed(entry.line(), "retry is status words, a colon, and the id of a row");
            }
            KeyForms keys = keys(other.get());
            for (StatusWord sw : row.statusWords(entry.value().substring(0, colon), entry.line())) {
                retries.put(sw, keys);
            }
        }
        return Map.copyOf(retries);
    }

    private BlockForms blocks() throws NfcException {
        List<Integer> most = row.numbers("read.most", 2, List.of(1, 1));
        if (most.get(0) < 1 || most.get(0) > 3 || most.get(1) < 1 || most.get(1) > 15) {
            throw row.malformed(row.line(), "[" + row.id() + "]: read.most is 1 to 3, then 1 to 15");
        }
        return new BlockForms(
                row.required("read", row.form("read", List.of(BLOCK, Set.of(Field.COUNT)))),
                most.get(0),
                most.get(1),
                row.form("read.sector", List.of(Set.of(Field.SECTOR2))),
                row.required("update", row.form("update", List.of(BLOCK, Set.of(Field.DATA)))));
    }

    private ValueForms values() throws NfcException {
        List<Set<Field>> operation = List.of(BLOCK, VALUE);
        Map<String, Order> orders = Map.of("lsb", Order.LSB, "msb", Order.MSB);
        return new ValueForms(
                row.form("value.store", operation),
                row.form("value.increment", operation),
                row.form("value.decrement", operation),
                row.form("value.copy", List.of(BLOCK, Set.of(Field.TARGET))),
                row.form("value.read", List.of(BLOCK)),
                row.oneOf("value.answer", orders, Order.LSB) == Order.LSB,
                row.yes("value.doubtful", false));
    }

    private Statuses statuses() throws NfcException {
        return new Statuses(
                row.statusWords("status.wrong-key"),
                row.statusWords("status.not-authenticated"),
                row.statusWords("status.other-form"),
                row.statusWords("status.suspicious"));
    }

    private List<SettingForm> settings() throws NfcException {
        List<SettingForm> settings = new ArrayList<>();
        for (String name : row.settingNames()) {
            String prefix = "setting." + name + ".";
            SettingForm setting = new SettingForm(
                    name,
                    row.form(prefix + "get", List.of()),
                    row.form(prefix + "set", List.of(STATE)),
                    row.oneOf(prefix + "answer", FRAMES, AnswerFrame.STATUS_WORD),
                    row.oneOf(prefix + "text", TEXTS, ValueText.HEX),
                    Math.max(1, row.numbers(prefix + "unit", 1, List.of(1)).get(0)),
                    states(prefix + "states"),
                    row.text(prefix + "meaning", ""));
            if (setting.get().isPresent() || setting.set().isPresent()) {
                settings.add(setting);
            }
        }
        return List.copyOf(settings);
    }

    private Map<String, Integer> states(String key) throws NfcException {
        Map<String, Integer> states = new LinkedHashMap<>();
        Optional<DialectRow.Entry> entry = row.one(key);
        if (entry.isPresent()) {
            for (String state : entry.get().value().split(" +", -1)) {
                if (!state.matches("[a-z-]+:[0-9A-Fa-f]{2}")) {
                    throw row.malformed(entry.get().line(), "\"" + state + "\" is not name:byte");
                }
                int colon = state.indexOf(':');
                states.put(state.substring(0, colon), Integer.parseInt(state.substring(colon + 1), 16));
            }
        }
        return states;
    }
}
