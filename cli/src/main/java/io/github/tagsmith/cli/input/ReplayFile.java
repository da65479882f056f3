package io.github.tagsmith.cli.input;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.trace.replay.RecordedStep;
import io.github.tagsmith.core.trace.replay.ReplayReaders;
import io.github.tagsmith.core.trace.replay.TextTraceReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The record that {@code replay:FILE} names. */
final class ReplayFile {

    private static final int LARGEST = 256 << 20;

    private ReplayFile() {}

    static ReplayReaders open(String name) throws NfcException {
        Bytes content = FileContent.read(Path.of(name), LARGEST);
        List<RecordedStep> steps = TextTraceReader.read(content.toText(StandardCharsets.UTF_8), name);
        return new ReplayReaders(name, steps);
    }
}
