package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.command.GetApplicationIds;
import io.github.tagsmith.desfire.command.GetFileIds;
import io.github.tagsmith.desfire.command.GetFileSettings;
import io.github.tagsmith.desfire.command.GetKeySettings;
import io.github.tagsmith.desfire.command.GetKeyVersion;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.ApplicationKeys;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileSettings;
import io.github.tagsmith.desfire.model.KeyNo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a card tells of its applications and files, and why it does not tell the rest. */
final class CardTree {

    private final DesfireChannel channel;
    private final List<Map<String, @Nullable Object>> applications = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private boolean whole = true;

    CardTree(DesfireChannel channel) {
        this.channel = channel;
    }

    /** The card level; nothing if it does not list its applications. */
    Optional<List<Aid>> addCard() throws NfcException {
        Map<String, @Nullable Object> card = new LinkedHashMap<>();
        lines.add("card");
        addKeys(card);
        Optional<List<Aid>> listed = ask(card, "applications", () -> channel.send(new GetApplicationIds()));
        listed.ifPresent(aids -> lines.add("  applications: " + aids.size()));
        applications.add(card);
        return listed;
    }

    /** The application that is selected. */
    void addApplication(String aid) throws NfcException {
        Map<String, @Nullable Object> application = new LinkedHashMap<>();
        application.put("aid", aid);
        lines.add("application " + aid);
        addKeys(application);
        Optional<List<FileNo>> files = ask(application, "files", this::files);
        List<Map<String, @Nullable Object>> described = new ArrayList<>();
        for (FileNo file : files.orElse(List.of())) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("file", file.value());
            Optional<FileSettings> settings = ask(json, "settings", () -> channel.send(new GetFileSettings(file)));
            settings.ifPresent(known -> FileText.lines(file, known).forEach(line -> lines.add("  " + line)));
            described.add(settings.map(known -> FileText.json(file, known)).orElse(json));
        }
        if (files.isPresent()) {
            application.put("files", described);
        }
        applications.add(application);
    }

    /** NTAG 424 DNA has three files, 1 to 3, and no command that lists them (AN12196). */
    private List<FileNo> files() throws NfcException {
        try {
            return channel.send(new GetFileIds());
        } catch (NfcException refused) {
            boolean unknown = refused.code().orElse(0) == (0x9100 | DesfireStatus.ILLEGAL_COMMAND.code());
            if (!unknown || channel.application().isPresent()) {
                throw refused;
            }
            return List.of(new FileNo(1), new FileNo(2), new FileNo(3));
        }
    }

    private void addKeys(Map<String, @Nullable Object> json) throws NfcException {
        Optional<ApplicationKeys> keys = ask(json, "keySettings", () -> channel.send(new GetKeySettings()));
        if (keys.isEmpty()) {
            return;
        }
        json.put("keySettings", KeysText.json(keys.get()));
        List<Integer> versions = new ArrayList<>();
        for (int number = 0; number < keys.get().count(); number++) {
            KeyNo key = new KeyNo(number);
            ask(json, "keyVersions", () -> channel.send(new GetKeyVersion(key)))
                    .ifPresent(version -> versions.add(version.value()));
        }
        json.put("keyVersions", versions);
        lines.add("  keys: " + keys.get().count() + " " + KeysText.algorithmText(keys.get())
                + (versions.size() == 1 ? ", version " : ", versions ")
                + versions.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        lines.add("  settings: " + KeysText.words(keys.get().settings()));
    }

    /** A question whose refusal is part of the answer; a session that it ends is left. */
    private <T> Optional<T> ask(Map<String, @Nullable Object> json, String what, Attempts.Question<T> question)
            throws NfcException {
        Attempts attempts = new Attempts();
        Optional<T> answer = attempts.of(question);
        attempts.why().ifPresent(why -> {
            whole = false;
            channel.leaveSession();
            json.put(what, null);
            json.put(what + "Refused", why);
            lines.add("  " + what + ": " + why);
        });
        return answer;
    }

    boolean isWhole() {
        return whole;
    }

    Fields fields(Fields fields) {
        lines.forEach(fields::line);
        return fields.with("applications", applications);
    }
}
