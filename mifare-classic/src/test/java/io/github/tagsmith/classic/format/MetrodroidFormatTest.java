package io.github.tagsmith.classic.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.json.JsonFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetrodroidFormatTest extends DumpFormatContract {

    private static final String BLOCK = "00112233445566778899AABBCCDDEEFF";

    MetrodroidFormatTest() {
        super(new MetrodroidFormat());
    }

    @Override
    boolean supports(ClassicType type) {
        return true;
    }

    @Override
    DumpFormat.Encoded write(Dump dump) {
        List<Map<String, Object>> sectors = new ArrayList<>();
        for (SectorNo sector : dump.type().sectors()) {
            List<Map<String, Object>> blocks = new ArrayList<>();
            sector.blocks().forEach(block -> blocks.add(block(dump.block(block))));
            sectors.add(Map.of("type", "data", "blocks", blocks));
        }
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("tagId", "01020304");
        file.put("mifareClassic", Map.of("sectors", sectors));
        return new DumpFormat.Encoded(TextFile.encode(JsonFile.write(file)), List.of());
    }

    private static Map<String, Object> block(BlockContent block) {
        return block.isUnknown() ? Map.of() : Map.of("data", block.toHex("--"));
    }

    private static Dump read(String trailer, String keys) throws NfcException {
        String data = "\"" + BLOCK + "\",";
        String sectors = "{\"blocks\":[" + data + data + data + "\"" + trailer + "\"]" + keys + "}"
                + ",{\"type\":\"unauthorized\"}".repeat(4);
        return new MetrodroidFormat()
                .read(TextFile.encode("{\"tagId\":\"01020304\",\"mifareClassic\":{\"sectors\":[" + sectors + "]}}"));
    }

    @Test
    void zerosThatTheCardShowsForKeysAreNoKeys() throws NfcException {
        Dump hidden = read("00000000000078778869000000000000", "");
        assertTrue(hidden.key(new SectorNo(0), KeyType.A).isEmpty());
        assertTrue(hidden.key(new SectorNo(0), KeyType.B).isEmpty());
        Dump readable = read("000000000000FF078069000000000000", "");
        assertTrue(readable.key(new SectorNo(0), KeyType.A).isEmpty());
        assertTrue(readable.key(new SectorNo(0), KeyType.B).isPresent());
    }

    @Test
    void keysBesideTheBlocksAreTheKeys() throws NfcException {
        Dump dump = read("00000000000078778869000000000000", ",\"keyA\":\"A0A1A2A3A4A5\",\"isUnauthorized\":false");
        assertEquals(
                Optional.of("A0A1A2A3A4A5"),
                dump.key(new SectorNo(0), KeyType.A).map(key -> key.reveal().toHex()));
        assertTrue(dump.block(new SectorNo(3).firstBlock()).isUnknown());
    }
}
