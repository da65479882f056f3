package io.github.tagsmith.core.reader;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Picks one of several readers the way people name them. */
public final class ReaderChoice {

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
        List<Reader> holding = new ArrayList<>();
        for (Reader reader : readers) {
            if (reader.status().cardPresent()) {
                holding.add(reader);
            }
        }
        if (holding.isEmpty()) {
            throw new NfcException(ErrorKind.NO_CARD, "none of " + readers.size() + " readers holds a card")
                    .withHint("Put a card on one, or wait for it with --wait SECONDS");
        }
        return only(holding, holding.size() + " readers hold a card");
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
