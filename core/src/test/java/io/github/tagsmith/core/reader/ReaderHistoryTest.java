package io.github.tagsmith.core.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scripted looks. A look is a text of readers separated by blanks: the name, then {@code -} (empty), {@code A} or {@code B} (a
 * card with that ATR) or {@code M} (mute), then {@code s} (in shared use) or {@code x} (exclusive), then the count of moves.
 */
class ReaderHistoryTest {

    private static Observation observation(String text) {
        char card = text.charAt(1);
        boolean present = card != '-';
        Bytes atr = present && card != 'M' ? Bytes.of(0x3B, card) : Bytes.EMPTY;
        ReaderStatus status = new ReaderStatus(present, card == 'M', text.contains("s"), text.contains("x"), atr);
        return new Observation(text.substring(0, 1), status, Integer.parseInt(text.replaceAll("\\D", "")));
    }

    private static List<Observation> look(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(" ")).map(ReaderHistoryTest::observation).toList();
    }

    private static List<String> shown(List<ReaderEvent> events) {
        List<String> shown = new ArrayList<>();
        for (ReaderEvent event : events) {
            String atr = event.atr().isEmpty() ? "" : "=" + (char) event.atr().get(1);
            shown.add(event.reader() + ":" + event.kind() + atr);
        }
        return shown;
    }

    static Stream<Arguments> scripts() {
        return Stream.of(
                Arguments.of("nothing happens", "1-0", "1-0", List.of()),
                Arguments.of("a card stays", "1A1", "1A1", List.of()),
                Arguments.of("a card comes", "1-0", "1A1", List.of("1:CARD_INSERTED=A")),
                Arguments.of("a card leaves", "1A1", "1-2", List.of("1:CARD_REMOVED")),
                Arguments.of("swapped, told by the ATR", "1A0", "1B0", List.of("1:CARD_CHANGED=B")),
                Arguments.of("swapped, told by the counter", "1A1", "1A3", List.of("1:CARD_CHANGED=A")),
                Arguments.of("the counter overflows", "1A65535", "1A1", List.of("1:CARD_CHANGED=A")),
                Arguments.of("came and left", "1-0", "1-2", List.of("1:CARD_INSERTED", "1:CARD_REMOVED")),
                Arguments.of("left, came and left", "1A1", "1-4", List.of("1:CARD_REMOVED")),
                Arguments.of("a mute card", "1-0", "1M1", List.of("1:CARD_MUTE")),
                Arguments.of("mute begins to answer", "1M1", "1A1", List.of("1:CARD_CHANGED=A")),
                Arguments.of("stops to answer", "1A1", "1M1", List.of("1:CARD_MUTE")),
                Arguments.of("somebody shares it", "1A1", "1As1", List.of("1:CARD_IN_USE")),
                Arguments.of("somebody has it alone", "1A1", "1Ax1", List.of("1:CARD_EXCLUSIVE")),
                Arguments.of("alone, then shared", "1Ax1", "1As1", List.of("1:CARD_IN_USE")),
                Arguments.of("free again", "1As1", "1A1", List.of("1:CARD_FREE")),
                Arguments.of("swapped while in use", "1As1", "1B3", List.of("1:CARD_CHANGED=B")),
                Arguments.of("swapped and used", "1As1", "1Bs3", List.of("1:CARD_CHANGED=B", "1:CARD_IN_USE")),
                Arguments.of("taken while in use", "1As1", "1-2", List.of("1:CARD_REMOVED")),
                Arguments.of("a reader comes", "", "1-0", List.of("1:READER_ADDED")),
                Arguments.of("a reader with a card", "", "1A7", List.of("1:READER_ADDED", "1:CARD_INSERTED=A")),
                Arguments.of("a reader goes", "1-0 2-0", "2-0", List.of("1:READER_REMOVED")),
                Arguments.of("with its card", "1A1 2-0", "2-0", List.of("1:CARD_REMOVED", "1:READER_REMOVED")),
                Arguments.of("one for another", "1-0", "2-0", List.of("1:READER_REMOVED", "2:READER_ADDED")),
                Arguments.of("two at once", "1-0 2A1", "1A1 2-2", List.of("1:CARD_INSERTED=A", "2:CARD_REMOVED")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scripts")
    void twoLooks(String what, String before, String now, List<String> events) {
        ReaderHistory history = new ReaderHistory();
        history.update(look(before));
        assertEquals(events, shown(history.update(look(now))), what);
        assertEquals(List.of(), shown(history.update(look(now))), "an edge is reported once");
    }

    @Test
    void theServiceTakesEverythingWithItAndBringsItBack() {
        ReaderHistory history = new ReaderHistory();
        history.update(look("1A1 2-0"));
        assertEquals(
                List.of(":SERVICE_LOST", "1:CARD_REMOVED", "1:READER_REMOVED", "2:READER_REMOVED"),
                shown(history.serviceLost()));
        assertEquals(List.of(":SERVICE_BACK"), shown(List.of(history.serviceBack())));
        assertEquals(
                List.of("1:READER_ADDED", "1:CARD_INSERTED=A", "2:READER_ADDED"),
                shown(history.update(look("1A1 2-0"))));
    }
}
