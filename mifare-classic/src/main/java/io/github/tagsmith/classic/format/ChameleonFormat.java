package io.github.tagsmith.classic.format;

import io.github.tagsmith.classic.dump.CardIdentity;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.format.Losses.Head;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.json.JsonFile;
import io.github.tagsmith.core.json.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A card saved by Chameleon Ultra GUI: JSON with the numbers of {@code data} in decimal, 16 a block. {@code tag} is the kind
 * of card. Unknown bytes cannot be marked.
 */
final class ChameleonFormat implements DumpFormat {

    private static final Map<Integer, ClassicType> TAGS = new LinkedHashMap<>();

    static {
        TAGS.put(1000, ClassicType.MINI);
        TAGS.put(1001, ClassicType.K1);
        TAGS.put(1002, ClassicType.K2);
        TAGS.put(1003, ClassicType.K4);
    }

    @Override
    public String id() {
        return "chameleon";
    }

    @Override
    public List<String> endings() {
        return List.of("chameleon.json");
    }

    @Override
    public boolean recognises(Bytes content) {
        if (!TextFile.head(content).startsWith("{")) {
            return false;
        }
        String text = content.toText(StandardCharsets.ISO_8859_1);
        return text.contains("\"tag\"") && text.contains("\"sak\"") && text.contains("\"data\"");
    }

    @Override
    public boolean canHold(ClassicType type) {
        return TAGS.containsValue(type);
    }

    @Override
    public Dump read(Bytes content) throws NfcException {
        JsonNode root = JsonFile.parse(TextFile.decode(content));
        JsonNode tag = root.require("tag");
        ClassicType type = Optional.ofNullable(TAGS.get(tag.integer(0, Integer.MAX_VALUE)))
                .orElseThrow(() -> tag.malformed("this is the number of no MIFARE Classic"));
        JsonNode data = root.require("data");
        List<BlockContent> blocks = new ArrayList<>();
        for (JsonNode block : data.elements()) {
            Bytes bytes = bytes(block);
            if (bytes.length() != ClassicType.BLOCK_LENGTH) {
                throw block.malformed(bytes.length() + " numbers, a block has " + ClassicType.BLOCK_LENGTH);
            }
            blocks.add(BlockContent.of(bytes));
        }
        if (blocks.size() != type.blockCount()) {
            throw data.malformed(blocks.size() + " blocks, this card has " + type.blockCount());
        }
        return new Dump(type, blocks, identity(root));
    }

    private static CardIdentity identity(JsonNode root) throws NfcException {
        Optional<JsonNode> name = root.member("name");
        Optional<JsonNode> ats = root.member("ats");
        Bytes atqa = bytes(root.require("atqa"));
        if (atqa.length() != 2) {
            throw root.require("atqa").malformed("ATQA has two bytes");
        }
        return new CardIdentity(
                Optional.of(JsonBlocks.bytes(root.require("uid"), 4, 10)),
                Optional.of((int) atqa.toUnsignedBigEndian()),
                Optional.of(root.require("sak").integer(0, 255)),
                ats.isPresent() ? Optional.of(bytes(ats.get())).filter(bytes -> !bytes.isEmpty()) : Optional.empty(),
                Optional.empty(),
                name.isPresent() ? Optional.of(name.get().text()).filter(text -> !text.isEmpty()) : Optional.empty());
    }

    private static Bytes bytes(JsonNode numbers) throws NfcException {
        Bytes bytes = Bytes.EMPTY;
        for (JsonNode number : numbers.elements()) {
            bytes = bytes.plus(Bytes.of(number.integer(0, 255)));
        }
        return bytes;
    }

    @Override
    public Encoded write(Dump dump) {
        SelectionHead head = SelectionHead.of(dump);
        int tag = TAGS.entrySet().stream()
                .filter(entry -> entry.getValue() == dump.type())
                .map(Entry::getKey)
                .findFirst()
                .orElseThrow();
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("id", UUID.nameUUIDFromBytes(dump.imageWithZeros().toArray()).toString());
        file.put("uid", Hex.spaced(head.uid()));
        file.put("sak", head.sak());
        file.put("atqa", numbers(Bytes.bigEndian(head.atqa(), 2)));
        file.put("ats", numbers(dump.identity().ats().orElse(Bytes.EMPTY)));
        file.put("name", dump.identity().name().orElse(head.uid().toHex()));
        file.put("tag", tag);
        file.put("color", "#ff5722");
        file.put(
                "data",
                dump.blocks().stream().map(block -> numbers(block.bytes())).toList());
        file.put("extra", Map.of());
        List<String> losses = new ArrayList<>(Losses.unknownBytes(dump));
        losses.addAll(head.losses());
        losses.addAll(Losses.head(dump, EnumSet.complementOf(EnumSet.of(Head.SIGNATURE))));
        return new Encoded(TextFile.encode(JsonFile.write(file)), losses);
    }

    private static List<Integer> numbers(Bytes bytes) {
        return IntStream.range(0, bytes.length()).map(bytes::get).boxed().toList();
    }
}
