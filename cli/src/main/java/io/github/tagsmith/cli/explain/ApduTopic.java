package io.github.tagsmith.cli.explain;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.meaning.DesfireFrames;
import io.github.tagsmith.core.meaning.Interpretation;
import io.github.tagsmith.core.meaning.Interpreter;
import io.github.tagsmith.core.meaning.Meaning;
import io.github.tagsmith.core.meaning.Meanings;
import io.github.tagsmith.core.meaning.Secrets;
import io.github.tagsmith.core.meaning.StatusText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A command, and its answer where there is one. */
final class ApduTopic implements Topic {

    @Override
    public String name() {
        return "apdu";
    }

    @Override
    public boolean fits(Bytes bytes) {
        Optional<Meaning> meaning = Meanings.of(bytes, Optional.empty());
        return bytes.length() >= 4
                && isWellFormed(bytes)
                && meaning.filter(one -> !one.op().toLowerCase(Locale.ROOT).endsWith("unknown"))
                        .isPresent();
    }

    private static boolean isWellFormed(Bytes bytes) {
        try {
            return CommandApdu.parse(bytes).bytes().equals(bytes);
        } catch (NfcException malformed) {
            return false;
        }
    }

    @Override
    public int explain(CommandContext context, List<String> words) throws NfcException {
        List<String> sides = sides(words);
        Bytes command = Bytes.fromHex(sides.get(0));
        Optional<Bytes> answer = sides.size() == 1 ? Optional.empty() : Optional.of(Bytes.fromHex(sides.get(1)));
        context.output().show(explain(command, answer));
        return 0;
    }

    /** Command and answer: two words, or either side of an equals sign. Words of single bytes are one command. */
    private static List<String> sides(List<String> words) throws NfcException {
        String joined = String.join(" ", words);
        boolean bytes = words.stream().allMatch(word -> word.length() <= 2);
        List<String> sides = joined.contains("=") ? List.of(joined.split("=", -1)) : bytes ? List.of(joined) : words;
        if (sides.size() > 2) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "one command and one answer can be explained at a time")
                    .withHint("For instance: tagsmith explain apdu 00B0000010 6982");
        }
        return sides;
    }

    private static Explanation explain(Bytes command, Optional<Bytes> answer) throws NfcException {
        Interpretation interpretation = new Interpreter().next(Secrets.clear(command, answer));
        Meaning meaning = interpretation
                .meaning()
                .orElseThrow(() -> NfcException.malformed(
                        command + " is no command: an APDU has at least 4 bytes, and DESFire has no such command"));
        Map<String, Object> details = new LinkedHashMap<>();
        header(command).ifPresent(header -> details.put("APDU", header));
        details.putAll(meaning.params());
        if (!interpretation.context().isEmpty()) {
            details.put("touches", interpretation.context());
        }
        details.putAll(meaning.result());
        answer.ifPresent(bytes ->
                new DesfireFrames().add(1, command, bytes).forEach(exchange -> details.putAll(exchange.parsed())));
        Optional<StatusText> status = answer.flatMap(bytes -> status(command, bytes));
        meaning.status()
                .ifPresent(name -> details.put(
                        "status",
                        name
                                + status.filter(text -> text.name().equals(name))
                                        .map(text -> ": " + text.text())
                                        .orElse("")));
        boolean failed = !meaning.status().equals(Optional.of("ok"));
        return new Explanation(
                "apdu",
                command.toHex(),
                meaning.op(),
                details,
                failed ? status.map(StatusText::causes).orElse(List.of()) : List.of(),
                failed ? status.map(StatusText::remedies).orElse(List.of()) : List.of());
    }

    private static Optional<String> header(Bytes command) {
        try {
            CommandApdu apdu = CommandApdu.parse(command);
            return Optional.of(
                    String.format("CLA %02X INS %02X P1 %02X P2 %02X", apdu.cla(), apdu.ins(), apdu.p1(), apdu.p2())
                            + (apdu.data().isEmpty() ? "" : ", " + apdu.data().length() + " data bytes")
                            + (apdu.ne() == 0 ? "" : ", up to " + apdu.ne() + " expected")
                            + (apdu.extended() ? ", extended lengths" : ""));
        } catch (NfcException notAnApdu) {
            return Optional.empty();
        }
    }

    private static Optional<StatusText> status(Bytes command, Bytes answer) {
        if (header(command).isEmpty() && !answer.isEmpty()) {
            return StatusText.ofDesfire(answer.get(0));
        }
        try {
            return Optional.of(StatusText.of(ResponseApdu.parse(answer).sw()));
        } catch (NfcException tooShort) {
            return Optional.empty();
        }
    }
}
