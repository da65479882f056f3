package io.github.tagsmith.classic.format;

import io.github.tagsmith.classic.dump.CardIdentity;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.format.Losses.Head;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Flipper Zero's {@code .nfc}, versions 2 to 4: a line {@code Name: value} each, {@code #} begins a comment. ATQA stands as on
 * the air in version 2, later most significant byte first. Data format 2 marks an unknown byte with {@code ??}; data format 1
 * has maps of the keys that are known.
 */
final class FlipperFormat implements DumpFormat {

    private static final String FILE_TYPE = "Flipper NFC device";
    private static final String DEVICE = "Mifare Classic";
    private static final int ATQA_AS_ON_AIR = 2;
    private static final int DATA_WITH_MAPS = 1;

    private static final Map<ClassicType, String> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put(ClassicType.MINI, "MINI");
        TYPES.put(ClassicType.K1, "1K");
        TYPES.put(ClassicType.K4, "4K");
    }

    @Override
    public String id() {
        return "nfc";
    }

    @Override
    public List<String> endings() {
        return List.of("nfc");
    }

    @Override
    public boolean recognises(Bytes content) {
        return TextFile.head(content).startsWith("Filetype: Flipper");
    }

    @Override
    public boolean canHold(ClassicType type) {
        return TYPES.containsKey(type);
    }

    @Override
    public Optional<String> variant(Bytes content) throws NfcException {
        FlipperLines lines = FlipperLines.parse(TextFile.decode(content));
        return Optional.of("Version " + lines.number("Version", 2, 4) + ", data format "
                + lines.number("Data format version", 1, 2));
    }

    @Override
    public Dump read(Bytes content) throws NfcException {
        FlipperLines lines = FlipperLines.parse(TextFile.decode(content));
        lines.expect("Filetype", FILE_TYPE);
        int version = lines.number("Version", 2, 4);
        lines.expect("Device type", DEVICE);
        Bytes atqa = lines.bytes("ATQA", 2, 2);
        CardIdentity identity = new CardIdentity(
                Optional.of(lines.bytes("UID", 4, 10)),
                Optional.of((int) (version == ATQA_AS_ON_AIR ? atqa.reversed() : atqa).toUnsignedBigEndian()),
                Optional.of(lines.bytes("SAK", 1, 1).get(0)));
        ClassicType type = type(lines);
        int dataFormat = lines.number("Data format version", 1, 2);
        List<BlockContent> blocks = new ArrayList<>();
        for (int number = 0; number < type.blockCount(); number++) {
            blocks.add(lines.block(number));
        }
        lines.noMoreBlocks(type.blockCount());
        return new Dump(type, dataFormat == DATA_WITH_MAPS ? lines.keysOfMaps(blocks) : blocks, identity);
    }

    private static ClassicType type(FlipperLines lines) throws NfcException {
        String name = lines.text("Mifare Classic type");
        for (Entry<ClassicType, String> type : TYPES.entrySet()) {
            if (type.getValue().equals(name)) {
                return type.getKey();
            }
        }
        throw lines.malformed("Mifare Classic type", "none of " + String.join(", ", TYPES.values()));
    }

    @Override
    public Encoded write(Dump dump) {
        SelectionHead head = SelectionHead.of(dump);
        StringBuilder text = new StringBuilder();
        line(text, "Filetype", FILE_TYPE);
        line(text, "Version", "4");
        line(text, "Device type", DEVICE);
        line(text, "UID", Hex.spaced(head.uid()));
        line(text, "ATQA", Hex.spaced(Bytes.bigEndian(head.atqa(), 2)));
        line(text, "SAK", Hex.ofByte(head.sak()));
        line(text, "Mifare Classic type", String.valueOf(TYPES.get(dump.type())));
        line(text, "Data format version", "2");
        for (int number = 0; number < dump.blocks().size(); number++) {
            String digits = dump.blocks().get(number).toHex(BlockText.UNKNOWN);
            line(text, "Block " + number, digits.replaceAll("(..)(?!$)", "$1 "));
        }
        List<String> losses = new ArrayList<>(head.losses());
        List<Integer> split = splitTrailers(dump);
        if (!split.isEmpty()) {
            losses.add("a Flipper knows a key, or the access bytes, wholly or not at all; partly known in blocks "
                    + Ranges.of(split));
        }
        losses.addAll(Losses.head(dump, Head.SELECTION));
        return new Encoded(TextFile.encode(text.toString()), losses);
    }

    /** Trailers in which key A, the access bytes or key B are known in part. */
    private static List<Integer> splitTrailers(Dump dump) {
        return dump.type().sectors().stream()
                .map(SectorNo::trailer)
                .filter(trailer -> isSplit(dump.block(trailer).known()))
                .map(BlockNo::value)
                .toList();
    }

    private static boolean isSplit(Bytes known) {
        return Stream.of(
                        known.slice(SectorTrailer.KEY_A, SectorTrailer.ACCESS),
                        known.slice(SectorTrailer.ACCESS, SectorTrailer.KEY_B),
                        known.slice(SectorTrailer.KEY_B))
                .anyMatch(group -> !group.isAll(0) && !group.isAll(0xFF));
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }
}
