package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.log.LoggedAuthentication;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.cli.output.Report;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which keys a reader used.
 *
 * @param command the command it is the result of
 * @param file the log
 * @param keysTried how many keys were checked
 * @param entries its authentications
 */
record TraceReport(String command, Path file, int keysTried, List<Entry> entries) implements Report {

    /** One authentication and the first key that fits it. */
    record Entry(LoggedAuthentication heard, Optional<ClassicKey> key) {

        private Map<String, @Nullable Object> json() {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("line", heard.line());
            json.put("uid", hex(heard.words().uid()));
            json.put("nt", hex(heard.words().nt()));
            json.put("nested", heard.words().nested());
            json.put("sector", heard.sector().map(SectorNo::value).orElse(null));
            json.put("keyType", heard.keyType().map(KeyType::name).orElse(null));
            json.put("key", key.map(found -> found.reveal().toHex()).orElse(null));
            return json;
        }

        private static String hex(int word) {
            return Bytes.bigEndian(word, 4).toHex();
        }

        private String text() {
            return String.format(
                    "%4d  %-8s  %6s  %-3s  %-10s  %s",
                    heard.line(),
                    hex(heard.words().uid()),
                    heard.sector().map(SectorNo::toString).orElse("-"),
                    heard.keyType().map(KeyType::name).orElse("-"),
                    heard.words().nested()
                            ? "{" + hex(heard.words().nt()) + "}"
                            : hex(heard.words().nt()),
                    key.map(found -> found.reveal().toHex()).orElse("none of them"));
        }
    }

    private long found() {
        return entries.stream().filter(entry -> entry.key().isPresent()).count();
    }

    /** How the command ends. */
    ExitCode outcome() {
        if (found() == entries.size()) {
            return ExitCode.OK;
        }
        return found() == 0 ? ExitCode.AUTHENTICATION : ExitCode.PARTIAL;
    }

    @Override
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("command", command);
        json.put("file", file.toString());
        json.put("keysTried", keysTried);
        json.put("found", found());
        json.put("authentications", entries.stream().map(Entry::json).toList());
        return json;
    }

    @Override
    public void print(Consumer<String> line) {
        line.accept("line  UID       sector  key  nt          key used");
        entries.forEach(entry -> line.accept(entry.text()));
        line.accept(String.format(
                "%d of %d authentications explained by one of %d keys", found(), entries.size(), keysTried));
    }
}
