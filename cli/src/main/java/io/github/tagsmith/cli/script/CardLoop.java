package io.github.tagsmith.cli.script;

import io.github.tagsmith.cli.command.Interrupt;
import io.github.tagsmith.cli.input.ReaderSource;
import io.github.tagsmith.core.contactless.StorageCard;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.ReaderEvent;
import io.github.tagsmith.core.reader.ReaderWatch;
import io.github.tagsmith.core.reader.ShareMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code foreach-card [--count N]}: its lines, once for each card that is presented, the one that is there already included. */
final class CardLoop {

    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final Call call;
    private final Variables variables;
    private final long count;

    CardLoop(Call call, List<String> words, Variables variables) throws NfcException {
        this.call = call;
        this.variables = variables;
        this.count = count(words.subList(1, words.size()));
    }

    private static long count(List<String> words) throws NfcException {
        if (words.isEmpty()) {
            return Long.MAX_VALUE;
        }
        String number = words.get(0).startsWith("--count=") ? words.get(0).substring(8) : words.get(words.size() - 1);
        boolean known = words.size() == 1
                ? words.get(0).startsWith("--count=")
                : words.get(0).equals("--count");
        if (!known || words.size() > 2 || !number.matches("[1-9]\\d{0,8}")) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "foreach-card is followed by --count N or by nothing");
        }
        return Long.parseLong(number);
    }

    /**
     * Runs the lines until the count is reached, one says that the script ends, or Ctrl-C.
     *
     * @return false if the script ends
     */
    boolean run(Predicate<Call> lines) throws NfcException {
        try (ReaderSource source = call.context()
                        .inside(call.cards(), call.terminal(), call.options())
                        .openReaders();
                ReaderWatch watch = source.watch()) {
            Interrupt interrupt = new Interrupt(watch::cancel);
            try {
                return follow(watch, source, lines);
            } finally {
                interrupt.close();
            }
        }
    }

    private boolean follow(ReaderWatch watch, ReaderSource source, Predicate<Call> lines) throws NfcException {
        long done = 0;
        while (done < count) {
            Optional<ReaderEvent> event = next(watch);
            if (event.isEmpty()) {
                return true;
            }
            if (isCard(event.get(), source)) {
                done++;
                call.cards().beginAnew();
                bind(done, event.get().reader(), source);
                if (!lines.test(onReader(event.get().reader()))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Optional<ReaderEvent> next(ReaderWatch watch) throws NfcException {
        try {
            Optional<ReaderEvent> event = watch.next(FOR_EVER);
            while (event.isEmpty()) {
                event = watch.next(FOR_EVER);
            }
            return event;
        } catch (NfcException e) {
            if (e.kind() == ErrorKind.CANCELLED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean isCard(ReaderEvent event, ReaderSource source) {
        boolean came = event.kind() == ReaderEvent.Kind.CARD_INSERTED || event.kind() == ReaderEvent.Kind.CARD_CHANGED;
        return came && source.isMeant(event.reader());
    }

    /** Other readers may hold cards, too. */
    private Call onReader(String name) {
        return name.contains("virtual:") ? call : call.with(call.options().on(name));
    }

    private void bind(long number, String reader, ReaderSource source) throws NfcException {
        variables.set("n", Long.toString(number));
        variables.set("reader", reader);
        variables.set("uid", uid(reader, source));
    }

    /** Nothing where the reader does not tell it. */
    private static String uid(String name, ReaderSource source) throws NfcException {
        for (Reader reader : source.current()) {
            if (reader.name().equals(name)) {
                try (Card card = source.connect(reader, ShareMode.SHARED)) {
                    return new StorageCard(card).uid().toHex();
                } catch (NfcException unknown) {
                    return "";
                }
            }
        }
        return "";
    }
}
