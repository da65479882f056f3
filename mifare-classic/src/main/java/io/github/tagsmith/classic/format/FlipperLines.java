package io.github.tagsmith.classic.format;

import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.HexFormatException;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Lines {@code Name: value} of a Flipper file, each name once. */
final class FlipperLines {

    private static final String BLOCK = "Block ";

    private record Line(String value, int number) {}

    private final Map<String, Line> lines;
    private final int count;

    private FlipperLines(Map<String, Line> lines, int count) {
        this.lines = lines;
        this.count = count;
    }

    static FlipperLines parse(String text) throws NfcException {
        Map<String, Line> lines = new HashMap<>();
        int number = 0;
        for (String raw : TextFile.lines(text)) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw NfcException.malformed("line " + number + ": not a name, a colon and a value");
            }
            String name = line.substring(0, colon);
            if (lines.put(name, new Line(line.substring(colon + 1).strip(), number)) != null) {
                throw NfcException.malformed("line " + number + ": this stands in the file twice");
            }
        }
        return new FlipperLines(lines, number);
    }

    private Line line(String name) throws NfcException {
        Line line = lines.get(name);
        if (line == null) {
            throw NfcException.malformed("the file ends after line " + count + " and has no \"" + name + "\"");
        }
        return line;
    }

    NfcException malformed(String name, String what) {
        Line line = lines.get(name);
        return NfcException.malformed(
                "line " + (line == null ? count : line.number()) + ": \"" + name + "\" is " + what);
    }

    String text(String name) throws NfcException {
        return line(name).value();
    }

    void expect(String name, String value) throws NfcException {
        if (!text(name).equals(value)) {
            throw malformed(name, "not " + value);
        }
    }

    int number(String name, int least, int most) throws NfcException {
        String text = text(name);
        if (text.length() == 1 && text.charAt(0) >= '0' + least && text.charAt(0) <= '0' + most) {
            return text.charAt(0) - '0';
        }
        throw malformed(name, "not a number from " + least + " to " + most);
    }

    Bytes bytes(String name, int least, int most) throws NfcException {
        try {
            Bytes bytes = Bytes.fromHex(text(name));
            if (bytes.length() >= least && bytes.length() <= most) {
                return bytes;
            }
        } catch (HexFormatException notHex) {
            // reported below
        }
        throw malformed(name, "not " + (least == most ? "" : least + " to ") + most + " bytes in hexadecimal digits");
    }

    BlockContent block(int number) throws NfcException {
        String name = BLOCK + number;
        List<String> words = words(text(name));
        if (words.size() != ClassicType.BLOCK_LENGTH) {
            throw malformed(name, words.size() + " bytes long, not " + ClassicType.BLOCK_LENGTH);
        }
        BlockContent block = BlockContent.UNKNOWN;
        for (int i = 0; i < words.size(); i++) {
            if (isByte(words.get(i))) {
                block = block.with(i, Bytes.of(HexFormat.fromHexDigits(words.get(i))));
            } else if (!words.get(i).equals(BlockText.UNKNOWN)) {
                throw malformed(name, "no block: byte " + i + " is neither two hexadecimal digits nor ??");
            }
        }
        return block;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static boolean isByte(String word) {
        return word.length() == 2 && HexFormat.isHexDigit(word.charAt(0)) && HexFormat.isHexDigit(word.charAt(1));
    }

    void noMoreBlocks(int blockCount) throws NfcException {
        for (Map.Entry<String, Line> line : lines.entrySet()) {
            String name = line.getKey();
            if (name.startsWith(BLOCK)
                    && Decimal.parse(name.substring(BLOCK.length()), blockCount - 1)
                            .isEmpty()) {
                throw NfcException.malformed("line " + line.getValue().number()
                        + ": a card of this type has blocks 0 to " + (blockCount - 1) + " and no other");
            }
        }
    }

    /** The same blocks without the keys that are not in the maps, in which bit n stands for sector n. */
    List<BlockContent> keysOfMaps(List<BlockContent> blocks) throws NfcException {
        long keysA = bytes("Key A map", 8, 8).toUnsignedBigEndian();
        long keysB = bytes("Key B map", 8, 8).toUnsignedBigEndian();
        List<BlockContent> known = new ArrayList<>(blocks);
        for (int number = 0; number < blocks.size(); number++) {
            BlockNo block = new BlockNo(number);
            if (block.isTrailer()) {
                int sector = block.sector().value();
                BlockContent trailer = blocks.get(number);
                trailer =
                        (keysA >> sector & 1) == 0 ? trailer.without(SectorTrailer.KEY_A, ClassicKey.LENGTH) : trailer;
                trailer =
                        (keysB >> sector & 1) == 0 ? trailer.without(SectorTrailer.KEY_B, ClassicKey.LENGTH) : trailer;
                known.set(number, trailer);
            }
        }
        return known;
    }
}
