package io.github.tagsmith.cli.readers;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Report;
import io.github.tagsmith.core.contactless.ReaderSettings;
import io.github.tagsmith.core.dialect.BlockForms;
import io.github.tagsmith.core.dialect.Dialect;
import io.github.tagsmith.core.dialect.SettingForm;
import io.github.tagsmith.core.dialect.ValueForms;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code reader info}. */
@Command(
        name = "info",
        description = "How the reader is spoken to, its firmware, settings and features.",
        footer = {"%nExample:", "  tagsmith -r virtual:classic-1k,dialect=acr122u reader info"})
public final class ReaderInfoCommand implements Callable<Integer> {

    private static final Set<ErrorKind> NOT_TOLD =
            Set.of(ErrorKind.REFUSED, ErrorKind.PROTOCOL, ErrorKind.READER_FAILED);

    private final CommandContext context;

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ReaderInfoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        try (ReaderConnection reader = ReaderConnection.open(context)) {
            Map<String, @Nullable String> settings = new LinkedHashMap<>();
            for (SettingForm setting : reader.dialect().settings()) {
                settings.put(setting.name(), value(reader.settings(), setting));
            }
            context.output().show(new InfoReport(reader.name(), reader.dialect(), settings));
            return 0;
        }
    }

    /** What the reader says; null where it does not, or cannot be asked. */
    private static @Nullable String value(ReaderSettings settings, SettingForm setting) throws NfcException {
        if (setting.get().isEmpty() || !settings.reachable()) {
            return null;
        }
        try {
            return settings.get(setting.name()).text();
        } catch (NfcException e) {
            if (NOT_TOLD.contains(e.kind())) {
                return null;
            }
            throw e;
        }
    }

    /**
     * What is known of a reader.
     *
     * @param reader its name
     * @param dialect its dialect
     * @param settings each setting and, where the reader tells, its value
     */
    private record InfoReport(String reader, Dialect dialect, Map<String, @Nullable String> settings)
            implements Report {

        private List<String> features() {
            List<String> features = new ArrayList<>();
            dialect.keys().volatileLoad().ifPresent(form -> features.add("volatile-keys"));
            dialect.keys().storedLoad().ifPresent(form -> features.add("stored-keys"));
            dialect.keys().oldAuthenticate().ifPresent(form -> features.add("old-authenticate"));
            BlockForms blocks = dialect.blocks();
            if (blocks.mostSmall() > 1) {
                features.add("multi-block-read");
            }
            blocks.readSector().ifPresent(form -> features.add("sector-read"));
            ValueForms values = dialect.values();
            values.increment().ifPresent(form -> features.add("value-increment"));
            values.copy().ifPresent(form -> features.add("value-copy"));
            dialect.passThrough().ifPresent(form -> features.add("pn53x"));
            if (dialect.transparentSession()) {
                features.add("transparent-session");
            }
            return features;
        }

        private String escape() {
            return dialect.escape().name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Map<String, @Nullable Object> json() {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("command", "reader info");
            json.put("reader", reader);
            json.put("dialect", dialect.id());
            json.put("title", dialect.title());
            json.put("firmware", settings.get(SettingForm.FIRMWARE));
            json.put("escape", escape());
            json.put("features", features());
            json.put("settings", settings);
            json.put("sources", dialect.sources());
            json.put("doubts", dialect.doubts());
            return json;
        }

        @Override
        public void print(Consumer<String> line) {
            line.accept("reader    " + reader);
            line.accept("dialect   " + dialect.id() + ": " + dialect.title());
            line.accept("features  " + String.join(", ", features()));
            line.accept("settings  by " + escape());
            settings.forEach((name, value) -> {
                String meaning = dialect.setting(name).map(SettingForm::meaning).orElse("");
                line.accept("  " + name + (value == null ? "" : " = " + value)
                        + (meaning.isEmpty() ? "" : "  (" + meaning + ")"));
            });
            dialect.doubts().forEach(doubt -> line.accept("unproven  " + doubt));
        }
    }
}
