package io.github.tagsmith.core.meaning;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the exchanges with one card: what is selected, whether it is a Classic card that was authenticated to. One object for
 * each card; {@link #reset} when it is started anew.
 */
public final class Interpreter {

    private static final String DESFIRE = "desfire.";
    private static final String ISO = "iso7816.";
    private static final String OK = "ok";
    private static final String DONE = "OPERATION_OK";
    private static final String CARD_LEVEL = "000000";

    private boolean classic;
    private String selected = "";
    private String application = "";

    /** Nothing selected. */
    public Interpreter() {}

    /** The card was reset: nothing is selected any more. */
    public void reset() {
        classic = false;
        selected = "";
        application = "";
    }

    /**
     * Takes the next exchange.
     *
     * @param exchange command and answer, masked as the meaning is to be
     * @return what it means
     */
    public Interpretation next(Secrets exchange) {
        Optional<Meaning> meaning = Meanings.of(exchange);
        if (meaning.isEmpty()) {
            return new Interpretation(meaning, "");
        }
        String context = context(meaning.get(), exchange);
        Optional<String> status = meaning.get().status();
        if (status.isPresent()) {
            follow(meaning.get(), status.get());
        }
        return new Interpretation(meaning, context);
    }

    private void follow(Meaning meaning, String status) {
        Map<String, Object> params = meaning.params();
        switch (meaning.op()) {
            case "pcsc.general-authenticate", "pcsc.authenticate-2.01", "springcard.read-block" ->
                classic |= status.equals(OK);
            case "iso7816.select" -> {
                if (status.equals(OK) || status.startsWith("more-data")) {
                    selected = text(params, text(params, "", "value"), "known");
                }
            }
            case "desfire.SelectApplication" -> {
                if (status.equals(DONE)) {
                    application = text(params, "", "aid");
                }
            }
            default -> {}
        }
    }

    private static String text(Map<String, Object> params, String otherwise, String name) {
        return params.getOrDefault(name, otherwise).toString();
    }

    private String context(Meaning meaning, Secrets exchange) {
        Map<String, Object> params = meaning.params();
        if (params.get("block") instanceof Long block) {
            return new ClassicBlock(block.intValue()).text(Bytes.EMPTY);
        }
        if (params.get("address") instanceof Long address
                && (classic || written(exchange).length() == ClassicBlock.LENGTH)) {
            return new ClassicBlock(address.intValue()).text(content(exchange));
        }
        if (params.containsKey("offset") && meaning.op().startsWith(ISO)) {
            return selected.isEmpty() ? "" : "in " + selected;
        }
        return params.containsKey("file") && meaning.op().startsWith(DESFIRE) ? file() : "";
    }

    private String file() {
        return application.isEmpty() || application.equals(CARD_LEVEL) ? "" : "application " + application;
    }

    /** The bytes that were written, else those that were read. */
    private static Bytes content(Secrets exchange) {
        Bytes written = written(exchange);
        return written.isEmpty() && exchange.answer().isPresent()
                ? withoutStatus(exchange.answer().get().value())
                : written;
    }

    private static Bytes withoutStatus(Bytes answer) {
        return answer.slice(0, Math.max(0, answer.length() - 2));
    }

    private static Bytes written(Secrets exchange) {
        Bytes command = exchange.command().value();
        Optional<CommandParts> parts = CommandParts.of(command);
        return parts.isEmpty()
                ? Bytes.EMPTY
                : command.slice(parts.get().data().from(), parts.get().data().to());
    }
}
