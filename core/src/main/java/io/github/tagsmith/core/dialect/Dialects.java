package io.github.tagsmith.core.dialect;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.table.TextTable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dialects there are: those of the user first, then the built-in ones. */
public final class Dialects {

    /** The id of the dialect that is taken where none fits. */
    public static final String PLAIN = "pcsc";

    private static final String TABLE = "dialects.conf";

    private final List<DialectEntry> all;

    private Dialects(List<DialectEntry> all) {
        this.all = List.copyOf(all);
    }

    /** The built-in table, read when first asked. */
    private static final class BuiltIn {

        static final List<DialectRow> ROWS;
        static final Dialects DIALECTS;

        static {
            try {
                DialectText text = new DialectText(TABLE, List.of());
                ROWS = text.rows(TextTable.text(Dialects.class, TABLE));
                DIALECTS = new Dialects(text.entries(ROWS));
            } catch (NfcException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * The built-in table alone.
     *
     * @return its dialects
     */
    public static Dialects builtIn() {
        return BuiltIn.DIALECTS;
    }

    /**
     * Plain PC/SC part 3.
     *
     * @return that dialect
     */
    public static Dialect plain() {
        return builtIn().ofId(PLAIN).orElseThrow();
    }

    /**
     * The built-in table with the user's rows before it, from the configuration folder.
     *
     * @param environment where XDG_CONFIG_HOME and HOME are looked up
     * @return all dialects
     * @throws NfcException {@code MALFORMED_INPUT} if the user's file cannot be understood, {@code FILE} if it cannot be read
     */
    public static Dialects load(Map<String, String> environment) throws NfcException {
        Optional<Path> file = userFile(environment).filter(Files::exists);
        if (file.isEmpty()) {
            return builtIn();
        }
        try {
            return builtIn().preceded(file.get().toString(), Files.readString(file.get()));
        } catch (CharacterCodingException e) {
            throw NfcException.malformed(file.get() + ": this is not UTF-8 text")
                    .withCause(e);
        } catch (IOException e) {
            throw new NfcException(ErrorKind.FILE, "cannot read " + file.get() + ": " + e.getMessage()).withCause(e);
        }
    }

    /**
     * Where the user's rows are looked for.
     *
     * @param environment where XDG_CONFIG_HOME and HOME are looked up
     * @return the file, which need not exist; empty without a home
     */
    public static Optional<Path> userFile(Map<String, String> environment) {
        Optional<Path> folder = set(environment, "XDG_CONFIG_HOME")
                .map(Path::of)
                .or(() -> set(environment, "HOME").map(home -> Path.of(home, ".config")));
        return folder.map(path -> path.resolve("tagsmith").resolve(TABLE));
    }

    private static Optional<String> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /**
     * This table with rows before it; a row with the id of one here takes its place.
     *
     * @param file the name of the rows' file, for complaints
     * @param text the rows
     * @return all dialects
     * @throws NfcException {@code MALFORMED_INPUT} with the line, if the text cannot be understood
     */
    public Dialects preceded(String file, String text) throws NfcException {
        DialectText reader = new DialectText(file, BuiltIn.ROWS);
        List<DialectEntry> joined = new ArrayList<>(reader.entries(reader.rows(text)));
        for (DialectEntry entry : joined) {
            entry.read();
        }
        List<String> ids = joined.stream().map(DialectEntry::id).toList();
        all.stream().filter(dialect -> !ids.contains(dialect.id())).forEach(joined::add);
        return new Dialects(joined);
    }

    /**
     * All dialects.
     *
     * @return in the order in which reader names are matched
     */
    public List<Dialect> all() {
        return all.stream().map(DialectEntry::dialect).toList();
    }

    /**
     * The dialect with an id.
     *
     * @param id the id
     * @return the dialect, if there is one
     */
    public Optional<Dialect> ofId(String id) {
        return all.stream().filter(entry -> entry.id().equals(id)).findFirst().map(DialectEntry::dialect);
    }

    /**
     * The dialect with an id.
     *
     * @param id the id
     * @return the dialect
     * @throws NfcException {@code INVALID_REQUEST} if there is none
     */
    public Dialect required(String id) throws NfcException {
        return ofId(id).orElseThrow(() -> new NfcException(
                        ErrorKind.INVALID_REQUEST, "there is no reader dialect called \"" + id + "\"")
                .withHint("Dialects: "
                        + String.join(", ", all.stream().map(DialectEntry::id).toList())));
    }

    /**
     * The dialect of a reader, by its name.
     *
     * @param readerName the name
     * @return the first that fits, else plain PC/SC part 3
     */
    public Dialect ofReader(String readerName) {
        return all.stream()
                .filter(entry -> entry.fits(readerName))
                .findFirst()
                .map(DialectEntry::dialect)
                .or(() -> ofId(PLAIN))
                .orElseThrow();
    }
}
