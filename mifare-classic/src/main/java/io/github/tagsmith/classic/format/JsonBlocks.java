package io.github.tagsmith.classic.format;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.HexFormatException;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.json.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The member {@code blocks}, in which Proxmark and MIFARE Classic Tool have blocks by their number in decimal. */
final class JsonBlocks {

    private static final int LARGEST = 255;

    private JsonBlocks() {}

    static SortedMap<BlockNo, BlockContent> read(JsonNode root) throws NfcException {
        JsonNode member = root.require("blocks");
        SortedMap<BlockNo, BlockContent> blocks = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : member.members().entrySet()) {
            JsonNode node = entry.getValue();
            blocks.put(number(entry.getKey(), node), block(node));
        }
        if (blocks.isEmpty()) {
            throw member.malformed("there is no block");
        }
        return blocks;
    }

    private static BlockNo number(String name, JsonNode node) throws NfcException {
        OptionalInt number = Decimal.parse(name, LARGEST);
        if (number.isEmpty()) {
            throw node.malformed("the name of a block is its number, 0 to " + LARGEST);
        }
        return new BlockNo(number.getAsInt());
    }

    /** A block as a text; the first digit stands behind the quotation mark. */
    static BlockContent block(JsonNode node) throws NfcException {
        return BlockText.parse(node.text(), node.line(), node.column() + 1);
    }

    /** Bytes as a text of a length between two. */
    static Bytes bytes(JsonNode node, int least, int most) throws NfcException {
        try {
            Bytes bytes = Bytes.fromHex(node.text());
            if (bytes.length() >= least && bytes.length() <= most) {
                return bytes;
            }
        } catch (HexFormatException notHex) {
            // reported below
        }
        throw node.malformed("not " + (least == most ? "" : least + " to ") + most + " bytes in hexadecimal digits");
    }

    static Map<String, String> write(Dump dump, Function<BlockContent, String> text) {
        Map<String, String> blocks = new LinkedHashMap<>();
        for (int i = 0; i < dump.blocks().size(); i++) {
            blocks.put(Integer.toString(i), text.apply(dump.blocks().get(i)));
        }
        return blocks;
    }
}
