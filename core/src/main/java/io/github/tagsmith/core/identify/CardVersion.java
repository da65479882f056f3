package io.github.tagsmith.core.identify;

import io.github.tagsmith.core.bytes.ByteCursor;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The answer of an NXP card to GetVersion.
 *
 * <pre>
 * DESFire, Plus, NTAG 424   hardware(7) software(7) UID(7) batch(5) week year      28 bytes, in three frames
 * Ultralight, NTAG 21x      00 hardware(7)                                          8 bytes
 * </pre>
 *
 * Week and year are binary coded decimal. Sources: NXP AN12343 table 4, AN12196; recorded answers in versions.json of the
 * vectors.
 *
 * @param hardware vendor, type, subtype, major, minor, storage size, protocol; 7 bytes
 * @param software the same of the software; only in the long form
 * @param uid 7 bytes; only in the long form
 * @param batch 5 bytes; only in the long form
 * @param week week of production, binary coded decimal; only in the long form
 * @param year year of production, binary coded decimal; only in the long form
 */
public record CardVersion(
        Bytes hardware,
        Optional<Bytes> software,
        Optional<Bytes> uid,
        Optional<Bytes> batch,
        Optional<String> week,
        Optional<String> year) {

    private static final int PART = 7;
    private static final int LONG = 28;
    private static final int SHORT = 8;
    private static final int BATCH = 5;
    private static final int STORAGE = 5;

    /**
     * Decodes an answer, its frames joined.
     *
     * @param answer 28 or 8 bytes, without status
     * @return its parts
     * @throws NfcException {@code MALFORMED_INPUT} if it has another length
     */
    public static CardVersion parse(Bytes answer) throws NfcException {
        if (answer.length() == SHORT) {
            return new CardVersion(
                    answer.slice(1),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
        if (answer.length() != LONG) {
            throw NfcException.malformed("a version of " + answer.length() + " bytes; it has " + LONG + " or " + SHORT);
        }
        ByteCursor cursor = new ByteCursor(answer, "version");
        return new CardVersion(
                cursor.take(PART),
                Optional.of(cursor.take(PART)),
                Optional.of(cursor.take(PART)),
                Optional.of(cursor.take(BATCH)),
                Optional.of(cursor.take(1).toHex()),
                Optional.of(cursor.take(1).toHex()));
    }

    /**
     * The product.
     *
     * @return its name, if the version is one that is known
     */
    public Optional<String> product() {
        String digits = hardware.toHex();
        return Products.ROWS.stream()
                .filter(row -> row.pattern().matcher(digits).matches())
                .map(Products.Row::name)
                .findFirst();
    }

    /**
     * The storage size: 2 to the power of the upper seven bits; an odd byte means more than that and less than twice as much.
     *
     * @return for instance {@code 8192 bytes}
     */
    public String storage() {
        int code = hardware.get(STORAGE);
        long size = 1L << (code >> 1);
        return (code & 1) == 0 ? size + " bytes" : "between " + size + " and " + 2 * size + " bytes";
    }

    private static final class Products {

        record Row(Pattern pattern, String name) {}

        static final List<Row> ROWS = NameTable.read("versions.txt").stream()
                .map(row -> new Row(Pattern.compile(row.key()), row.name()))
                .toList();
    }
}
