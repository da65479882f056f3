package io.github.tagsmith.classic.format;

import io.github.tagsmith.classic.dump.CardIdentity;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.AccessBits;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.json.JsonFile;
import io.github.tagsmith.core.json.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A scan of Metrodroid or FareBot, which is only read: {@code mifareClassic.sectors}, each with its blocks or none. A trailer
 * stands as the card gave it, where key A is always zeros and key B where it is a key; such zeros are no keys, and keys may
 * stand beside the blocks.
 */
final class MetrodroidFormat implements DumpFormat {

    @Override
    public String id() {
        return "metrodroid";
    }

    @Override
    public List<String> endings() {
        return List.of("metrodroid.json");
    }

    @Override
    public boolean recognises(Bytes content) {
        return TextFile.head(content).startsWith("{")
                && content.toText(StandardCharsets.ISO_8859_1).contains("\"mifareClassic\"");
    }

    @Override
    public boolean canHold(ClassicType type) {
        return false;
    }

    @Override
    public Dump read(Bytes content) throws NfcException {
        JsonNode root = JsonFile.parse(TextFile.decode(content));
        JsonNode array = root.require("mifareClassic").require("sectors");
        List<JsonNode> sectors = array.elements();
        ClassicType type = Arrays.stream(ClassicType.values())
                .filter(known -> known.sectorCount() == sectors.size())
                .findFirst()
                .orElseThrow(() -> array.malformed("no card has " + sectors.size() + " sectors"));
        List<BlockContent> blocks = new ArrayList<>();
        for (SectorNo number : type.sectors()) {
            blocks.addAll(sector(number, sectors.get(number.value())));
        }
        Optional<JsonNode> uid = root.member("tagId");
        CardIdentity identity =
                uid.isPresent() ? CardIdentity.ofUid(JsonBlocks.bytes(uid.get(), 4, 10)) : CardIdentity.NONE;
        return new Dump(type, blocks, identity);
    }

    private static List<BlockContent> sector(SectorNo number, JsonNode sector) throws NfcException {
        Optional<JsonNode> member = sector.member("blocks");
        List<JsonNode> read = member.isPresent() ? member.get().elements() : List.of();
        if (!read.isEmpty() && read.size() != number.blockCount()) {
            throw sector.malformed("sector " + number + " has " + read.size() + " blocks, not " + number.blockCount());
        }
        List<BlockContent> blocks = new ArrayList<>();
        for (int i = 0; i < number.blockCount(); i++) {
            blocks.add(read.isEmpty() ? BlockContent.UNKNOWN : block(read.get(i)));
        }
        int last = blocks.size() - 1;
        BlockContent trailer = withoutHiddenKeys(blocks.get(last));
        trailer = withKey(trailer, SectorTrailer.KEY_A, sector.member("keyA"));
        blocks.set(last, withKey(trailer, SectorTrailer.KEY_B, sector.member("keyB")));
        return blocks;
    }

    private static BlockContent block(JsonNode node) throws NfcException {
        if (node.isText()) {
            return JsonBlocks.block(node);
        }
        Optional<JsonNode> data = node.member("data");
        return data.isPresent() ? JsonBlocks.block(data.get()) : BlockContent.UNKNOWN;
    }

    private static BlockContent withoutHiddenKeys(BlockContent trailer) {
        boolean hidesB = trailer.part(SectorTrailer.ACCESS, AccessBits.LENGTH)
                .flatMap(AccessBits::decode)
                .map(AccessBits::keyBUsable)
                .orElse(true);
        BlockContent shown = withoutZeros(trailer, SectorTrailer.KEY_A);
        return hidesB ? withoutZeros(shown, SectorTrailer.KEY_B) : shown;
    }

    private static BlockContent withoutZeros(BlockContent trailer, int offset) {
        boolean zeros = trailer.part(offset, ClassicKey.LENGTH)
                .filter(key -> key.isAll(0))
                .isPresent();
        return zeros ? trailer.without(offset, ClassicKey.LENGTH) : trailer;
    }

    private static BlockContent withKey(BlockContent trailer, int offset, Optional<JsonNode> key) throws NfcException {
        return key.isPresent()
                ? trailer.with(offset, JsonBlocks.bytes(key.get(), ClassicKey.LENGTH, ClassicKey.LENGTH))
                : trailer;
    }

    @Override
    public Encoded write(Dump dump) {
        throw new UnsupportedOperationException("Metrodroid's scans are only read");
    }
}
