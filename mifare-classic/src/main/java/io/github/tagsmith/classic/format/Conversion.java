package io.github.tagsmith.classic.format;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.format.DumpFormat.Encoded;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;

/** Writes a dump in a format that may not know its card. */
public final class Conversion {

    private Conversion() {}

    /**
     * Writes a dump. The hidden sectors of a 1K EV1 are left out where the format knows only those of a 1K.
     *
     * @param dump the dump
     * @param format the format
     * @return the file, and what it cannot say
     * @throws NfcException {@code INVALID_REQUEST} if the format cannot hold a card of this size, or is only read
     */
    public static Encoded write(Dump dump, DumpFormat format) throws NfcException {
        check(dump.type(), format);
        return format.canHold(dump.type()) ? format.write(dump) : withoutHiddenSectors(dump, format);
    }

    /**
     * Makes sure that a card can be written.
     *
     * @param type its size
     * @param format the format
     * @throws NfcException {@code INVALID_REQUEST} if the format cannot hold a card of this size, or is only read
     */
    public static void check(ClassicType type, DumpFormat format) throws NfcException {
        boolean hiddenLeftOut = type == ClassicType.K1_EV1_HIDDEN && format.canHold(ClassicType.K1);
        if (!format.canHold(type) && !hiddenLeftOut) {
            boolean anything = List.of(ClassicType.values()).stream().anyMatch(format::canHold);
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST,
                    "the format " + format.id()
                            + (anything ? " cannot hold a card of type " + type.id() : " is only read"));
        }
    }

    private static Encoded withoutHiddenSectors(Dump dump, DumpFormat format) {
        List<String> losses = new ArrayList<>();
        losses.add("the file has no place for the hidden sectors 16 and 17");
        Encoded written = format.write(
                new Dump(ClassicType.K1, dump.blocks().subList(0, ClassicType.K1.blockCount()), dump.identity()));
        losses.addAll(written.losses());
        return new Encoded(written.content(), losses);
    }
}
