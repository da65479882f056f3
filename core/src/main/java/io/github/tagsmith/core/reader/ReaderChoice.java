package io.github.tagsmith.core.reader;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Picks one of several readers the way people name them. */
public final class ReaderChoice {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private ReaderChoice() {}

    /**
     * By index in the list, or by a part of the name that only one has. A whole name wins over a part.
     *
     * @param readers what there is
     * @param wanted an index from 0, or a part of a name in either case
     * @return that reader
     * @throws NfcException {@code NO_READER} if none fits, {@code AMBIGUOUS_READER} if several do
     */
    public static Reader named(List<Reader> readers, String wanted) throws NfcException {
        if (wanted.matches("\\d{1,4}")) {
            int index = Integer.parseInt(wanted);
            if (index < readers.size()) {
                return readers.get(index);
            }
        }
        List<Reader> fitting = new ArrayList<>();
        for (Reader reader : readers) {
            if (reader.name().equals(wanted)) {
                return reader;
            }
            if (reader.name().toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT))) {
                fitting.add(reader);
            }
        }
        if (fitting.isEmpty()) {
            throw new NfcException(ErrorKind.NO_READER, "no reader is called \"" + wanted + "\"" + listed(readers));
        }
        return only(fitting, "\"" + wanted + "\" fits " + fitting.size() + " readers");
    }

    /**
     * The one reader that holds a card; with one reader only, that one.
     *
     * @param readers what there is
     * @return that reader
     * @throws NfcException {@code NO_READER} if there is none, {@code NO_CARD} if none of several holds a card, {@code
     *     AMBIGUOUS_READER} if several do
     */
    public static Reader withCard(List<Reader> readers) throws NfcException {
        if (readers.isEmpty()) {
            throw new NfcException(ErrorKind.NO_READER, "no reader is connected")
                    .withHint("Connect one, or use a software card: -r virtual:classic-1k");
        }
        if (readers.size() == 1) {
            return readers.get(0);
        }
        List<Reader> holding = holding(readers);
        if (holding.isEmpty()) {
            throw new NfcException(ErrorKind.NO_CARD, "none of " + readers.size() + " readers holds a card")
                    .withHint("Put a card on one, or wait for it with --wait SECONDS");
        }
        return only(holding, holding.size() + " readers hold a card");
    }

    /**
     * Whether there is a card in one of them.
     *
     * @param readers what there is
     * @return true if so
     * @throws NfcException {@code NO_READER} if one is gone
     */
    public static boolean holdsCard(List<Reader> readers) throws NfcException {
        return !holding(readers).isEmpty();
    }

    /**
     * Waits until one of several readers holds a card, so that {@link #withCard} finds it; a card that is there already is enough.
     *
     * @param readers what there is
     * @param patience how long at the most
     * @throws NfcException if the service does not answer, {@code CANCELLED} if somebody called it off
     */
    public static void awaitCard(Readers readers, Duration patience) throws NfcException {
        Deadline end = Deadline.in(patience);
        List<Reader> all = readers.list();
        while (!all.isEmpty() && !holdsCard(all) && !end.isPast()) {
            all.get(0).waitForCard(end.left(LOOK_EVERY));
            all = readers.list();
        }
    }

    private static List<Reader> holding(List<Reader> readers) throws NfcException {
        List<Reader> holding = new ArrayList<>();
        for (Reader reader : readers) {
            if (reader.status().cardPresent()) {
                holding.add(reader);
            }
        }
        return holding;
    }

    private static Reader only(List<Reader> fitting, String why) throws NfcException {
        if (fitting.size() > 1) {
            throw new NfcException(ErrorKind.AMBIGUOUS_READER, why + listed(fitting))
                    .withHint("Name one with -r, by index or by a part of its name");
        }
        return fitting.get(0);
    }

    private static String listed(List<Reader> readers) {
        Function<Reader, String> quoted = reader -> "\"" + reader.name() + "\"";
        return readers.isEmpty()
                ? ""
                : readers.stream().map(quoted).collect(Collectors.joining(", ", "; there are: ", ""));
    }
}
