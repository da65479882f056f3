package io.github.tagsmith.desfire.picc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.model.Instruction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The status of everything that is wrong with a command, by the table {@code picc/statuses.txt}, which names its sources. */
class StatusTableTest {

    private static final List<String> FILES = List.of(
            "CD0000EEEE500000",
            "CB0100EEEE200000",
            "CC0200EEEE00000000640000000A00000001",
            "C10300EEEE040000020000",
            "3B03000000010000AA",
            "C7",
            "C00400EEEE040000030000",
            "CD05001011200000",
            "CD0600FFFF200000",
            "CD07000000200000");

    /** A line of the table. */
    record Row(String state, String command, String status, String wrong) {

        static Row parse(String line) {
            String[] parts = line.strip().split("\\s+", 4);
            return new Row(parts[0], parts[1], parts[2], parts[3]);
        }

        Instruction instruction() {
            return Instruction.of(Integer.parseInt(command.substring(0, 2), 16)).orElseThrow();
        }

        @Override
        public String toString() {
            return state + " " + command + ": " + wrong;
        }
    }

    static List<Row> rows() throws IOException {
        try (InputStream table =
                Objects.requireNonNull(StatusTableTest.class.getResourceAsStream("/picc/statuses.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::parse)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isAnswered(Row row) {
        D40Reader reader = inState(row.state());
        assertEquals(row.status(), reader.send(row.command()).substring(0, 2), row::toString);
    }

    @Test
    void everyCommandIsThere() throws IOException {
        Set<Instruction> missing = EnumSet.allOf(Instruction.class);
        rows().stream()
                .filter(row -> !row.command().startsWith("99") && !row.command().startsWith("FF"))
                .forEach(row -> missing.remove(row.instruction()));
        assertTrue(missing.isEmpty(), missing::toString);
    }

    @Test
    void everyStatusOfAMistakeIsThere() throws IOException {
        List<String> seen = rows().stream().map(Row::status).distinct().toList();
        assertTrue(
                seen.containsAll(List.of(
                        "0B", "0C", "0E", "1C", "1E", "40", "7E", "9D", "9E", "A0", "AE", "BE", "CA", "CE", "DE",
                        "F0")),
                seen::toString);
    }

    private static D40Reader inState(String state) {
        return switch (state) {
            case "card" -> withFiles(CardGeneration.EV3, "82").also("5A000000");
            case "ev1card" -> D40Reader.of(CardGeneration.EV1);
            case "ev1" -> withFiles(CardGeneration.EV1, "82");
            case "app" -> withFiles(CardGeneration.EV3, "82");
            case "des" -> withFiles(CardGeneration.EV3, "02");
            case "master" ->
                withFiles(CardGeneration.EV3, "82").also("5A000000").authenticated(0);
            case "appmast" -> withFiles(CardGeneration.EV3, "02").authenticated(0);
            case "other" -> withFiles(CardGeneration.EV3, "02").authenticated(1);
            case "locked" ->
                D40Reader.of(CardGeneration.EV3).authenticated(0).also("54[09]").also("5A000000");
            case "applock" ->
                withFiles(CardGeneration.EV3, "02")
                        .authenticated(0)
                        .also("54[09]")
                        .also("5A010000");
            case "isoapp" ->
                D40Reader.of(CardGeneration.EV3)
                        .also("CA0100000FA210E1")
                        .also("5A010000")
                        .also("CD0001E100EEEE200000");
            case "full" ->
                D40Reader.of(CardGeneration.EV3)
                        .also("CA0100000F82")
                        .also("5A010000")
                        .also("CD0000EEEEA01F00")
                        .also("5A000000");
            case "crowded" -> crowded();
            case "filled" ->
                withFiles(CardGeneration.EV3, "82").also("3B03000000010000BB").also("C7");
            case "cleared" -> withFiles(CardGeneration.EV3, "82").also("EB03");
            case "opened" -> withFiles(CardGeneration.EV3, "82").also("0C0201000000");
            case "checked" -> withFiles(CardGeneration.EV3, "82").also("F0");
            case "chained" -> withFiles(CardGeneration.EV3, "82").also("60");
            case "written" -> withFiles(CardGeneration.EV3, "82").also("3D00000000020000AA");
            case "light" -> D40Reader.wrapping(CardGeneration.LIGHT, "00A4040C10A00000039656434103F015400000000B00");
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static D40Reader withFiles(CardGeneration generation, String keys) {
        D40Reader reader = D40Reader.of(generation).also("CA0100000F" + keys).also("5A010000");
        FILES.forEach(reader::also);
        return reader;
    }

    private static D40Reader crowded() {
        D40Reader reader = D40Reader.of(CardGeneration.EV1);
        for (int aid = 1; aid <= 28; aid++) {
            reader.also("CA" + Bytes.littleEndian(aid, 3) + "0F01");
        }
        return reader;
    }
}
