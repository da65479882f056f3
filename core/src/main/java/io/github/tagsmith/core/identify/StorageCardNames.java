package io.github.tagsmith.core.identify;

import java.util.HashMap;
import java.util.Map;

/** The two tables of PC/SC part 3, supplemental document; read from the resources beside this class when first asked. */
final class StorageCardNames {

    private static final String UNKNOWN = "unknown";

    private StorageCardNames() {}

    static String standard(int ss) {
        return Tables.STANDARDS.getOrDefault(ss, UNKNOWN);
    }

    static String card(int nn) {
        if (nn >> 8 == 0xFF) {
            return "unregistered; low byte is the SAK";
        }
        return Tables.CARDS.getOrDefault(nn, UNKNOWN);
    }

    private static final class Tables {

        static final Map<Integer, String> STANDARDS = numbered("storage-card-standards.txt");
        static final Map<Integer, String> CARDS = numbered("storage-card-names.txt");

        private static Map<Integer, String> numbered(String resource) {
            Map<Integer, String> names = new HashMap<>();
            for (NameTable.Row row : NameTable.read(resource)) {
                names.put(Integer.parseInt(row.key(), 16), row.name());
            }
            return names;
        }
    }
}
