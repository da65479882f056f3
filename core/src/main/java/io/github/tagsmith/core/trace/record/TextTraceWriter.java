package io.github.tagsmith.core.trace.record;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.meaning.MaskedBytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The text form; see the package. */
public final class TextTraceWriter implements TraceWriter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final OutputStream out;
    private final boolean owned;
    private final SecretLabels labels = new SecretLabels();
    private String reader = "";

    private TextTraceWriter(OutputStream out, boolean owned) {
        this.out = out;
        this.owned = owned;
    }

    /**
     * A trace for people.
     *
     * @param out where to; it stays open
     * @return the writer
     */
    public static TextTraceWriter toTerminal(OutputStream out) {
        return new TextTraceWriter(out, false);
    }

    /**
     * A trace in a file of its own.
     *
     * @param out where to; closed with the writer
     * @return the writer
     * @throws IOException if it cannot be written
     */
    public static TextTraceWriter toFile(OutputStream out) throws IOException {
        TextTraceWriter writer = new TextTraceWriter(out, true);
        writer.line(
                "# tagsmith trace; -r replay:FILE answers from it. {sN:L} are L masked bytes, the same for the same N");
        return writer;
    }

    @Override
    public void started(Instant at, String name, Bytes atr) throws IOException {
        changeReader(at, name);
        line(TIME.format(at) + " ATR" + (atr.isEmpty() ? "" : " " + atr));
    }

    @Override
    public void sent(Instant at, String name, MaskedBytes command, String meaning) throws IOException {
        changeReader(at, name);
        line(TIME.format(at) + " > " + labels.text(command) + comment(meaning));
    }

    @Override
    public void answered(Instant at, String name, MaskedBytes answer, String meaning) throws IOException {
        line(TIME.format(at) + " < " + labels.text(answer) + comment(meaning));
    }

    @Override
    public void failed(Instant at, String name, NfcException failure) throws IOException {
        line(TIME.format(at) + " ! " + failure.kind() + " " + oneLine(failure.getMessage()));
    }

    @Override
    public void noted(Instant at, String name, String text) throws IOException {
        line("# " + TIME.format(at) + " " + oneLine(text));
    }

    private void changeReader(Instant at, String name) throws IOException {
        if (!name.equals(reader)) {
            reader = name;
            line(DATE_AND_TIME.format(at) + " reader " + oneLine(name));
        }
    }

    private static String comment(String meaning) {
        return meaning.isEmpty() ? "" : "  # " + oneLine(meaning);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private void line(String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (owned) {
            out.close();
        }
    }
}
