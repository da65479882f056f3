package io.github.tagsmith.core.identify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

        static final Map<Integer, String> STANDARDS = read("storage-card-standards.txt");
        static final Map<Integer, String> CARDS = read("storage-card-names.txt");

        private static Map<Integer, String> read(String resource) {
            Map<Integer, String> names = new HashMap<>();
            try (InputStream in = StorageCardNames.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("resource is missing: " + resource);
                }
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    int blank = line.indexOf(' ');
                    if (!line.startsWith("#") && blank > 0) {
                        names.put(Integer.parseInt(line.substring(0, blank), 16), line.substring(blank + 1));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return names;
        }
    }
}
