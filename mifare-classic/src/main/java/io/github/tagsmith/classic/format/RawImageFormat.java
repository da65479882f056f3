package io.github.tagsmith.classic.format;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All blocks in order, keys in the trailers, nothing else: what mfoc, nfc-mfclassic and ChameleonMini write. The size tells
 * the card. It cannot say that a byte is unknown.
 */
final class RawImageFormat implements DumpFormat {

    @Override
    public String id() {
        return "mfd";
    }

    @Override
    public List<String> endings() {
        return List.of("mfd", "bin", "dump", "dmp", "mfc", "raw");
    }

    /** Any size that a card has; a text that is as long by chance is left to the text formats, which are asked first. */
    @Override
    public boolean recognises(Bytes content) {
        return ClassicType.ofSize(content.length()).isPresent();
    }

    @Override
    public Dump read(Bytes content) throws NfcException {
        Optional<ClassicType> type = ClassicType.ofSize(content.length());
        if (type.isEmpty()) {
            throw NfcException.malformed(wrongSize(content.length()));
        }
        return Dump.ofImage(type.get(), content);
    }

    private static String wrongSize(int size) {
        String sizes = List.of(ClassicType.values()).stream()
                .map(type -> Integer.toString(type.size()))
                .collect(Collectors.joining(", "));
        int largest = ClassicType.K4.size();
        String where = size > largest ? "goes on at offset " + largest : "ends at offset " + size;
        return "a raw image " + where + "; its size must be one of " + sizes + " bytes";
    }

    @Override
    public Encoded write(Dump dump) {
        List<String> losses = new ArrayList<>(Losses.unknownBytes(dump));
        losses.addAll(Losses.head(dump, Set.of()));
        return new Encoded(dump.imageWithZeros(), losses);
    }
}
