package io.github.tagsmith.cli;

import io.github.tagsmith.core.testing.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The captures of samples/ccid with what an independent decoder made of them; all are this project's own. "real" ones hold the
 * traffic of a Linux kernel, pcscd and libccid in a guest with an emulated reader.
 */
final class TraceSamples {

    private TraceSamples() {}

    /** The rows of the index in a category. */
    static List<Map<String, Object>> of(String category) {
        return Json.objects(object("index.json"), "files").stream()
                .filter(row -> category.equals(row.get("category")))
                .toList();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String name) {
        return (Map<String, Object>) Json.resource("samples/ccid/" + name);
    }

    static Path file(String name) {
        return Program.sample("ccid/" + name);
    }
}
