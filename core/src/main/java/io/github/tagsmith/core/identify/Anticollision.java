package io.github.tagsmith.core.identify;

import io.github.tagsmith.core.identify.NameTable.Row;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * ATQA and SAK of ISO/IEC 14443-3, and the cards that answer so. NXP (AN10833) calls this kind of identification not
 * recommended for new parts: several cards share a pair.
 *
 * @param atqa ATQA, most significant byte first, 0000 to FFFF
 * @param sak SAK, 0 to 255
 */
public record Anticollision(int atqa, int sak) {

    private static final int ISO14443_4 = 0x20;
    private static final int CRYPTO1 = 0x08;
    private static final int PLUS_SL2 = 0x11;
    private static final int TNP3 = 0x01;

    /**
     * The length of the UID by bits 7 and 6 of the ATQA.
     *
     * @return 4, 7 or 10 bytes; 0 for the reserved value
     */
    public int uidLength() {
        return switch (atqa >> 6 & 0x03) {
            case 0 -> 4;
            case 1 -> 7;
            case 2 -> 10;
            default -> 0;
        };
    }

    /**
     * Whether the card speaks ISO/IEC 14443-4.
     *
     * @return true if bit 5 of SAK is set
     */
    public boolean iso14443Part4() {
        return (sak & ISO14443_4) != 0;
    }

    /**
     * Whether the card speaks Crypto1: bit 3 of SAK in practice, and two values that are known to.
     *
     * @return true if so
     */
    public boolean crypto1() {
        return (sak & CRYPTO1) != 0 || sak == PLUS_SL2 || sak == TNP3;
    }

    /**
     * The cards that answer so.
     *
     * @return their names; empty if none is known
     */
    public List<String> types() {
        String key = String.format(Locale.ROOT, "%04X", atqa);
        String prefix = String.format(Locale.ROOT, "%02X ", sak);
        return Table.ROWS.stream()
                .filter(row -> row.key().equals(key) && row.name().startsWith(prefix))
                .flatMap(row -> Pattern.compile("\\|").splitAsStream(row.name().substring(prefix.length())))
                .toList();
    }

    /**
     * The cards that answer with a SAK, whatever their ATQA.
     *
     * @param sak SAK, 0 to 255
     * @return their names; empty if none is known
     */
    public static List<String> typesOf(int sak) {
        String prefix = String.format(Locale.ROOT, "%02X ", sak);
        return Table.ROWS.stream()
                .filter(row -> row.name().startsWith(prefix))
                .flatMap(row -> Pattern.compile("\\|").splitAsStream(row.name().substring(prefix.length())))
                .distinct()
                .toList();
    }

    private static final class Table {

        static final List<Row> ROWS = NameTable.read("atqa-sak.txt");
    }
}
