package io.github.tagsmith.classic.model;

import io.github.tagsmith.core.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The card holder's data in the sector that the directory gives to AID 0004, AN10787 section 3.
 *
 * <pre>
 * tl value    t, bits 7 and 6: what it is; l, bits 5 to 0: how many bytes follow; 00 ends the list
 * </pre>
 *
 * @param items what is said of the holder, in order
 */
public record CardHolder(List<Item> items) {

    private static final int LENGTH_MASK = 0x3F;
    private static final int KIND_SHIFT = 6;

    /** What an item is. */
    public enum Kind {
        /** The family name. */
        SURNAME(0),
        /** The given name. */
        GIVEN_NAME(1),
        /** The sex, one letter. */
        SEX(2),
        /** Anything else. */
        OTHER(3);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        static Kind ofCode(int code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code == code)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * One item.
     *
     * @param kind what it is
     * @param value its bytes, at most 63; text in ISO 8859-1
     */
    public record Item(Kind kind, Bytes value) {

        /**
         * Checks the length.
         *
         * @param kind what it is
         * @param value its bytes
         */
        public Item {
            if (value.length() > LENGTH_MASK || (kind == Kind.SURNAME && value.isEmpty())) {
                throw new IllegalArgumentException(kind + " of " + value.length() + " bytes");
            }
        }

        /**
         * An item of text.
         *
         * @param kind what it is
         * @param text the text
         * @return the item
         */
        public static Item of(Kind kind, String text) {
            return new Item(kind, Bytes.of(text.getBytes(StandardCharsets.ISO_8859_1)));
        }

        /**
         * Its value as text.
         *
         * @return the text
         */
        public String text() {
            return value.toText(StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * Copies the list.
     *
     * @param items what is said of the holder, in order
     */
    public CardHolder {
        items = List.copyOf(items);
    }

    /**
     * Splits the data; an item that is cut ends it.
     *
     * @param stored the data blocks of the sector, joined
     * @return the items before the end mark
     */
    public static CardHolder decode(Bytes stored) {
        List<Item> items = new ArrayList<>();
        int at = 0;
        while (at < stored.length() && stored.get(at) != 0) {
            int length = stored.get(at) & LENGTH_MASK;
            Kind kind = Kind.ofCode(stored.get(at) >> KIND_SHIFT);
            at++;
            if (at + length > stored.length()) {
                break;
            }
            items.add(new Item(kind, stored.slice(at, at + length)));
            at += length;
        }
        return new CardHolder(items);
    }

    /**
     * The data with its end mark.
     *
     * @return as many bytes as it takes
     */
    public Bytes encode() {
        Bytes stored = Bytes.EMPTY;
        for (Item item : items) {
            int head = item.kind().code << KIND_SHIFT | item.value().length();
            stored = Bytes.concat(stored, Bytes.of(head), item.value());
        }
        return stored.plus(Bytes.of(0));
    }
}
