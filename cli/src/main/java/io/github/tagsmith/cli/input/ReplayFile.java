package io.github.tagsmith.cli.input;

import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.trace.replay.CaptureSteps;
import io.github.tagsmith.core.trace.replay.ReplayReaders;
import io.github.tagsmith.core.trace.replay.TextTraceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The record that {@code replay:FILE} names: a text trace, or any capture that can be decoded. */
final class ReplayFile {

    private static final int LONGEST_TEXT = 256 << 20;

    private ReplayFile() {}

    static ReplayReaders open(String name) throws NfcException {
        Path file = Path.of(name);
        if (FileContent.isText(file)) {
            String text = FileContent.read(file, LONGEST_TEXT).toText(StandardCharsets.UTF_8);
            return new ReplayReaders(name, TextTraceReader.read(text, name));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new ReplayReaders(name, CaptureSteps.read(in, name));
        } catch (IOException e) {
            throw FileContent.failure("cannot read " + file, e);
        }
    }
}
