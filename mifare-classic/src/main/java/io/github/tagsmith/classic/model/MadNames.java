package io.github.tagsmith.classic.model;

import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.core.table.TextTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What applications of the directory are called: by their own name where it is known, else by that of their cluster. */
public final class MadNames {

    private static final Map<String, String> NAMES = load();

    private MadNames() {}

    private static Map<String, String> load() {
        Map<String, String> names = new HashMap<>();
        for (String line : TextTable.lines(MadNames.class, "mad-names.txt")) {
            int tab = line.indexOf('\t');
            names.put(line.substring(0, tab), line.substring(tab + 1).replace("\t", ", "));
        }
        return names;
    }

    /**
     * The name of an application.
     *
     * @param aid the application
     * @return its name and company, or that of its cluster; empty if neither is known
     */
    public static Optional<String> of(MadAid aid) {
        Optional<String> own = Optional.ofNullable(NAMES.get(aid.toString()));
        return own.isPresent() ? own : Optional.ofNullable(NAMES.get(Hex.ofByte(aid.cluster())));
    }
}
