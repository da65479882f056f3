package io.github.tagsmith.classic.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.classic.ClassicVectors.Vector;
import java.util.Map;
import java.util.TreeMap;

/** Compares a directory with what a vector or the index of samples says of it. */
public final class MadFacts {

    private MadFacts() {}

    /** Everything that is said must be so. */
    public static void assertDirectory(Vector expected, int gpb, Mad mad) {
        assertEquals(expected.bytes("gpb").get(0), gpb);
        assertEquals(expected.number("version"), mad.version());
        assertEquals(expected.flag("multi_application"), mad.multiApplication());
        assertEquals(expected.bytes("crc_stored").get(0), mad.first().crc());
        assertEquals(expected.flag("crc_ok"), mad.first().crcOk());
        assertEquals(expected.bytes("info").get(0), mad.first().info());
        assertEquals(expected.number("publisher_sector"), mad.first().publisherSector());
        assertEquals(expected.has("mad2_info"), mad.second().isPresent());
        mad.second().ifPresent(part -> {
            assertEquals(expected.bytes("mad2_crc_stored").get(0), part.crc());
            assertEquals(expected.flag("mad2_crc_ok"), part.crcOk());
            assertEquals(expected.bytes("mad2_info").get(0), part.info());
        });
        Map<String, String> entries = new TreeMap<>();
        mad.entries().forEach((sector, aid) -> entries.put(sector.toString(), aid.toString()));
        assertEquals(new TreeMap<>(expected.object("aids").members()), entries);
    }
}
