package io.github.tagsmith.classic.format;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.AccessBits;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.DataCondition;
import io.github.tagsmith.classic.model.KeyHolders;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.classic.model.TrailerCondition;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import io.github.tagsmith.core.contactless.KeyType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The member {@code SectorKeys}: keys and access conditions by sector, those also in words. What is unknown is left out. */
final class ProxmarkSectorKeys {

    private ProxmarkSectorKeys() {}

    static Map<String, Object> of(Dump dump) {
        Map<String, Object> sectors = new LinkedHashMap<>();
        for (SectorNo sector : dump.type().sectors()) {
            Map<String, Object> keys = new LinkedHashMap<>();
            dump.key(sector, KeyType.A).map(ClassicKey::reveal).ifPresent(key -> keys.put("KeyA", key.toHex()));
            dump.key(sector, KeyType.B).map(ClassicKey::reveal).ifPresent(key -> keys.put("KeyB", key.toHex()));
            dump.accessBytes(sector).ifPresent(access -> {
                keys.put("AccessConditions", access.toHex());
                dump.accessBits(sector).ifPresent(bits -> keys.put("AccessConditionsText", text(sector, bits, access)));
            });
            sectors.put(sector.toString(), keys);
        }
        return sectors;
    }

    private static Map<String, Object> text(SectorNo sector, AccessBits bits, Bytes access) {
        Map<String, Object> text = new LinkedHashMap<>();
        for (BlockNo block : sector.dataBlocks()) {
            text.put("block" + block, sentence(bits.data(block)));
        }
        text.put("block" + sector.trailer(), sentence(bits.trailer()));
        text.put("UserData", Hex.ofByte(access.get(SectorTrailer.GPB - SectorTrailer.ACCESS)));
        return text;
    }

    private static String sentence(DataCondition condition) {
        List<String> parts = new ArrayList<>();
        add(parts, "read ", condition.read());
        add(parts, "write ", condition.write());
        add(parts, "increment ", condition.increment());
        add(parts, "decrement transfer restore ", condition.decrement());
        return parts.isEmpty() ? "none" : String.join("; ", parts);
    }

    private static String sentence(TrailerCondition condition) {
        List<String> parts = new ArrayList<>();
        add(parts, "write A by ", condition.keyAWrite());
        addReadWrite(parts, "ACCESS", condition.accessRead(), condition.accessWrite());
        addReadWrite(parts, "B", condition.keyBRead(), condition.keyBWrite());
        return String.join("; ", parts);
    }

    private static void addReadWrite(List<String> parts, String what, KeyHolders read, KeyHolders write) {
        if (read == write) {
            add(parts, "read/write " + what + " by ", read);
        } else {
            add(parts, "read " + what + " by ", read);
            add(parts, "write " + what + " by ", write);
        }
    }

    private static void add(List<String> parts, String what, KeyHolders who) {
        if (who != KeyHolders.NONE) {
            parts.add(what + who);
        }
    }
}
