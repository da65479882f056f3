package io.github.tagsmith.classic.format;

import io.github.tagsmith.classic.dump.CardIdentity;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.json.JsonFile;
import io.github.tagsmith.core.json.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The JSON export of MIFARE Classic Tool: {@code Created}, {@code FileType} and {@code blocks}. A block that was not read is
 * missing; an unknown byte of another is {@code --}.
 */
final class MctJsonFormat implements DumpFormat {

    private static final String CREATOR = "MifareClassicTool";
    private static final String FILE_TYPE = "mfcard";
    private static final String UNKNOWN_BYTE = "--";

    @Override
    public String id() {
        return "json-mct";
    }

    @Override
    public List<String> endings() {
        return List.of("mct.json");
    }

    @Override
    public boolean recognises(Bytes content) {
        String head = TextFile.head(content);
        return head.startsWith("{") && head.contains("\"" + CREATOR + "\"");
    }

    @Override
    public Optional<String> variant(Bytes content) throws NfcException {
        Optional<JsonNode> type = JsonFile.parse(TextFile.decode(content)).member("FileType");
        return type.isPresent() ? Optional.of(type.get().text()) : Optional.empty();
    }

    @Override
    public Dump read(Bytes content) throws NfcException {
        JsonNode root = JsonFile.parse(TextFile.decode(content));
        SortedMap<BlockNo, BlockContent> blocks = JsonBlocks.read(root);
        ClassicType type = CardSizes.of(blocks);
        return new Dump(type, CardSizes.fill(type, blocks), CardIdentity.NONE);
    }

    /** The last block is written even when nothing is known of it: by it the size of the card is known. */
    @Override
    public Encoded write(Dump dump) {
        Map<String, String> blocks = JsonBlocks.write(dump, block -> block.toHex(UNKNOWN_BYTE));
        int last = dump.blocks().size() - 1;
        for (int i = 0; i < last; i++) {
            if (dump.blocks().get(i).isUnknown()) {
                blocks.remove(Integer.toString(i));
            }
        }
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("Created", CREATOR);
        file.put("FileType", FILE_TYPE);
        file.put("blocks", blocks);
        return new Encoded(TextFile.encode(JsonFile.write(file)), Losses.head(dump, Set.of()));
    }
}
