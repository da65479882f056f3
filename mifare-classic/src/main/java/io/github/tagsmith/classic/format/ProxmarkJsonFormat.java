package io.github.tagsmith.classic.format;

import io.github.tagsmith.classic.dump.CardFacts;
import io.github.tagsmith.classic.dump.CardIdentity;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.format.Losses.Head;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.json.JsonFile;
import io.github.tagsmith.core.json.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Proxmark JSON: {@code FileType} is mfcard, mfc v2, or mfc v3 with ATS and signature. ATQA stands as on the air. Every block
 * is there, from 0 without a gap; unknown bytes cannot be marked. {@code SectorKeys} repeats the trailers and is not read.
 */
final class ProxmarkJsonFormat implements DumpFormat {

    private static final String V2 = "mfc v2";
    private static final String V3 = "mfc v3";
    private static final List<String> FILE_TYPES = List.of("mfcard", V2, V3);
    private static final int SIGNATURE_LENGTH = 32;

    @Override
    public String id() {
        return "json";
    }

    @Override
    public List<String> endings() {
        return List.of("json");
    }

    /** Any JSON: the formats that have a mark of their own are asked before. */
    @Override
    public boolean recognises(Bytes content) {
        return TextFile.head(content).startsWith("{");
    }

    @Override
    public Optional<String> variant(Bytes content) throws NfcException {
        return Optional.of(fileType(JsonFile.parse(TextFile.decode(content))));
    }

    private static String fileType(JsonNode root) throws NfcException {
        Optional<JsonNode> type = root.member("FileType");
        if (type.isEmpty()) {
            throw root.malformed("this JSON is no dump in a known form: it has no FileType");
        }
        String text = type.get().text();
        if (!FILE_TYPES.contains(text)) {
            throw type.get().malformed("this FileType is none of " + String.join(", ", FILE_TYPES));
        }
        return text;
    }

    @Override
    public Dump read(Bytes content) throws NfcException {
        JsonNode root = JsonFile.parse(TextFile.decode(content));
        fileType(root);
        SortedMap<BlockNo, BlockContent> blocks = JsonBlocks.read(root);
        int last = blocks.lastKey().value();
        JsonNode member = root.require("blocks");
        if (blocks.size() != last + 1) {
            throw member.malformed("the blocks are not numbered from 0 without a gap");
        }
        Optional<ClassicType> type = ClassicType.ofSize(blocks.size() * ClassicType.BLOCK_LENGTH);
        if (type.isEmpty()) {
            throw member.malformed(blocks.size() + " blocks; a card has one of " + CardSizes.blockCounts());
        }
        Optional<JsonNode> card = root.member("Card");
        CardIdentity identity = card.isPresent() ? identity(card.get()) : CardIdentity.NONE;
        return new Dump(type.get(), List.copyOf(blocks.values()), identity);
    }

    private static CardIdentity identity(JsonNode card) throws NfcException {
        Optional<Bytes> uid = bytes(card, "UID", 4, 10);
        Optional<Bytes> atqa = bytes(card, "ATQA", 2, 2);
        Optional<Bytes> sak = bytes(card, "SAK", 1, 1);
        return new CardIdentity(
                uid,
                atqa.isPresent() ? Optional.of((int) atqa.get().toUnsignedLittleEndian()) : Optional.empty(),
                sak.isPresent() ? Optional.of(sak.get().get(0)) : Optional.empty(),
                unlessEmpty(bytes(card, "ATS", 0, 255)),
                unlessEmpty(bytes(card, "SIGNATURE", 0, SIGNATURE_LENGTH)),
                Optional.empty());
    }

    private static Optional<Bytes> unlessEmpty(Optional<Bytes> bytes) {
        return bytes.isPresent() && bytes.get().isEmpty() ? Optional.empty() : bytes;
    }

    private static Optional<Bytes> bytes(JsonNode card, String name, int least, int most) throws NfcException {
        Optional<JsonNode> member = card.member(name);
        return member.isPresent() ? Optional.of(JsonBlocks.bytes(member.get(), least, most)) : Optional.empty();
    }

    @Override
    public Encoded write(Dump dump) {
        CardIdentity identity = dump.identity();
        boolean v3 = identity.ats().isPresent() || identity.signature().isPresent();
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("Created", "tagsmith");
        file.put("FileType", v3 ? V3 : V2);
        file.put("Card", card(dump, v3));
        file.put("blocks", JsonBlocks.write(dump, block -> block.bytes().toHex()));
        file.put("SectorKeys", ProxmarkSectorKeys.of(dump));
        List<String> losses = new ArrayList<>(Losses.unknownBytes(dump));
        losses.addAll(Losses.head(dump, EnumSet.complementOf(EnumSet.of(Head.NAME))));
        return new Encoded(TextFile.encode(JsonFile.write(file)), losses);
    }

    private static Map<String, String> card(Dump dump, boolean v3) {
        CardFacts facts = CardFacts.of(dump);
        Map<String, String> card = new LinkedHashMap<>();
        facts.uid().ifPresent(uid -> card.put("UID", uid.toHex()));
        facts.atqa()
                .ifPresent(atqa -> card.put("ATQA", Bytes.littleEndian(atqa, 2).toHex()));
        facts.sak().ifPresent(sak -> card.put("SAK", Hex.ofByte(sak)));
        if (v3) {
            card.put("ATS", dump.identity().ats().orElse(Bytes.EMPTY).toHex());
            card.put(
                    "SIGNATURE", dump.identity().signature().orElse(Bytes.EMPTY).toHex());
        }
        return card;
    }
}
