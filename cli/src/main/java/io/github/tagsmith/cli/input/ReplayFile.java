package io.github.tagsmith.cli.input;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
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

    /** Every capture has a control character among as many bytes as the shortest header has. */
    private static final int HEAD = 24;

    private ReplayFile() {}

    static ReplayReaders open(String name) throws NfcException {
        Path file = Path.of(name);
        try (InputStream in = Files.newInputStream(file)) {
            if (isText(Bytes.of(in.readNBytes(HEAD)))) {
                String text = FileContent.read(file, LONGEST_TEXT).toText(StandardCharsets.UTF_8);
                return new ReplayReaders(name, TextTraceReader.read(text, name));
            }
        } catch (IOException e) {
            throw failure(file, e);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new ReplayReaders(name, CaptureSteps.read(in, name));
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static boolean isText(Bytes head) {
        for (int i = 0; i < head.length(); i++) {
            int c = head.get(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
                return false;
            }
        }
        return true;
    }

    private static NfcException failure(Path file, IOException e) {
        return new NfcException(ErrorKind.FILE, "cannot read " + file + ": " + FileContent.reason(e)).withCause(e);
    }
}
