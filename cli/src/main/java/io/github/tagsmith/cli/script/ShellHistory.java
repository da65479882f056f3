package io.github.tagsmith.cli.script;

import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/** What was typed, without lines that may hold a key. */
final class ShellHistory extends DefaultHistory {

    ShellHistory() {}

    @Override
    public void add(Instant time, String line) {
        if (!KeyMaterial.isIn(line)) {
            super.add(time, line);
        }
    }
}
