package io.github.tagsmith.cli.trace;

import io.github.tagsmith.cli.output.Printable;
import io.github.tagsmith.cli.output.Report;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.cli.trace.HeardCards.Heard;
import io.github.tagsmith.desfire.observer.Observation;
import io.github.tagsmith.desfire.observer.ObservedAuthentication;
import io.github.tagsmith.desfire.observer.ObservedAuthentication.Outcome;
import io.github.tagsmith.desfire.observer.ObservedMessage;
import io.github.tagsmith.desfire.observer.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * DESFire sessions of a file, in clear.
 *
 * @param file its name
 * @param keysTried how many keys were tried
 * @param heard what was heard
 * @param text how a line is shown
 */
record DecryptReport(String file, int keysTried, List<Heard> heard, DecryptedText text) implements Report {

    private List<ObservedAuthentication> authentications() {
        return all(ObservedAuthentication.class);
    }

    private List<ObservedMessage> messages() {
        return all(ObservedMessage.class);
    }

    private <T extends Observation> List<T> all(Class<T> kind) {
        return heard.stream()
                .map(Heard::observation)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private Optional<Heard> firstFault() {
        return heard.stream()
                .filter(one -> !one.observation().fault().isEmpty())
                .findFirst();
    }

    private long keyless() {
        return authentications().stream()
                .filter(one -> one.outcome() == Outcome.NO_KEY)
                .count();
    }

    private long fitting() {
        return authentications().stream().filter(one -> one.key().isPresent()).count();
    }

    private long unreadable() {
        return messages().stream()
                .filter(one -> one.command().verdict() == Verdict.UNKNOWN)
                .count();
    }

    /** How the command ends. */
    ExitCode outcome() {
        if (firstFault().isPresent()) {
            return ExitCode.REFUSED;
        }
        if (keyless() > 0 && fitting() == 0) {
            return ExitCode.AUTHENTICATION;
        }
        return keyless() > 0 || unreadable() > 0 ? ExitCode.PARTIAL : ExitCode.OK;
    }

    @Override
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("command", "trace decrypt");
        json.put("file", file);
        json.put("keysTried", keysTried);
        json.put("authentications", authentications().size());
        json.put("keysFound", fitting());
        json.put("messages", messages().size());
        json.put("unreadable", unreadable());
        json.put("firstFault", firstFault().map(DecryptReport::fault).orElse(null));
        json.put(
                "heard",
                heard.stream()
                        .map(one -> DecryptedFields.of(one, text.showKeys()))
                        .toList());
        return json;
    }

    private static Map<String, @Nullable Object> fault(Heard one) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("reader", one.reader());
        json.put("places", one.observation().places());
        json.put("what", one.observation().fault());
        return json;
    }

    @Override
    public void print(Consumer<String> line) {
        String reader = "";
        for (Heard one : heard) {
            if (!one.reader().equals(reader)) {
                reader = one.reader();
                line.accept(Printable.of(reader));
            }
            line.accept(
                    one.observation() instanceof ObservedAuthentication authentication
                            ? text.line(authentication)
                            : text.line((ObservedMessage) one.observation()));
        }
        line.accept(String.format(
                "%d authentications, %d of them with a known key; %d messages, %d of them not readable",
                authentications().size(), fitting(), messages().size(), unreadable()));
        line.accept(firstFault()
                .map(one ->
                        "first fault: " + String.join(", ", one.observation().places()) + ": "
                                + one.observation().fault())
                .orElse("nothing is wrong that could be checked"));
    }
}
