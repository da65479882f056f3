package io.github.tagsmith.core.pcsc;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.pcsc.nat.ScriptedPcsc;
import io.github.tagsmith.core.reader.ReaderEvent;
import io.github.tagsmith.core.reader.ReaderEvent.Kind;
import io.github.tagsmith.core.reader.ReaderWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The watch over a scripted library: state words as pcsc-lite gives them, event counters in the upper half. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PcscWatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int EMPTY = 0x10;
    private static final int PRESENT = 0x20;
    private static final int IN_USE = 0x100;

    private static int word(int counter, int state) {
        return counter << 16 | state;
    }

    private static Kind next(ReaderWatch watch) throws NfcException {
        return watch.next(PATIENCE).orElseThrow().kind();
    }

    private static List<Kind> now(ReaderWatch watch) throws NfcException {
        List<Kind> kinds = new ArrayList<>();
        for (Optional<ReaderEvent> event = watch.next(Duration.ZERO);
                event.isPresent();
                event = watch.next(Duration.ZERO)) {
            kinds.add(event.get().kind());
        }
        return kinds;
    }

    /** Does something on another thread once the watch sleeps. */
    private static Thread whileAsleep(ScriptedPcsc pcsc, Runnable action) {
        Thread thread = new Thread(() -> {
            try {
                pcsc.awaitSleeper();
                action.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        return thread;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readersAndCardsComeAndGo(boolean plugAndPlay) throws Exception {
        ScriptedPcsc pcsc = new ScriptedPcsc(plugAndPlay);
        try (ReaderWatch watch = PcscWatch.open(pcsc.library())) {
            assertEquals(List.of(), now(watch));
            pcsc.set("R", word(0, EMPTY));
            assertEquals(Kind.READER_ADDED, next(watch));
            whileAsleep(pcsc, () -> pcsc.set("R", word(1, PRESENT))).join(1);
            assertEquals(Kind.CARD_INSERTED, next(watch));
            pcsc.set("R", word(3, PRESENT));
            assertEquals(List.of(Kind.CARD_CHANGED), now(watch));
            pcsc.unplug("R");
            assertEquals(List.of(Kind.CARD_REMOVED, Kind.READER_REMOVED), now(watch));
        }
        assertEquals(0, pcsc.openContexts());
    }

    @Test
    void aReaderThatIsPluggedInWakesTheWatchUp() throws Exception {
        ScriptedPcsc pcsc = new ScriptedPcsc(true);
        try (ReaderWatch watch = PcscWatch.open(pcsc.library())) {
            whileAsleep(pcsc, () -> pcsc.set("R", word(0, EMPTY)));
            assertEquals(Kind.READER_ADDED, next(watch));
            whileAsleep(pcsc, () -> pcsc.unplug("R"));
            assertEquals(Kind.READER_REMOVED, next(watch));
            assertTrue(pcsc.timeouts().stream().allMatch(millis -> millis > 10_000), pcsc.timeouts()::toString);
        }
    }

    @Test
    void useOfAFreeCardIsNoticedThoughNobodyIsWoken() throws Exception {
        ScriptedPcsc pcsc = new ScriptedPcsc(true);
        pcsc.set("R", word(1, PRESENT));
        try (ReaderWatch watch = PcscWatch.open(pcsc.library())) {
            assertEquals(List.of(Kind.READER_ADDED, Kind.CARD_INSERTED), now(watch));
            whileAsleep(pcsc, () -> pcsc.set("R", word(1, PRESENT | IN_USE)));
            assertEquals(Kind.CARD_IN_USE, next(watch));
            whileAsleep(pcsc, () -> pcsc.set("R", word(1, PRESENT)));
            assertEquals(Kind.CARD_FREE, next(watch));
        }
    }

    @Test
    void theWatchOutlivesTheService() throws Exception {
        ScriptedPcsc pcsc = new ScriptedPcsc(true);
        pcsc.set("R", word(1, PRESENT));
        try (ReaderWatch watch = PcscWatch.open(pcsc.library())) {
            now(watch);
            whileAsleep(pcsc, pcsc::stop);
            assertEquals(Kind.SERVICE_LOST, next(watch));
            assertEquals(List.of(Kind.CARD_REMOVED, Kind.READER_REMOVED), now(watch));
            assertEquals(Optional.empty(), watch.next(Duration.ofMillis(1)));
            assertEquals(0, pcsc.openContexts());
            pcsc.start();
            assertEquals(Kind.SERVICE_BACK, next(watch));
            assertEquals(List.of(Kind.READER_ADDED, Kind.CARD_INSERTED), now(watch));
        }
        assertEquals(0, pcsc.openContexts());
    }

    @Test
    void anotherThreadCancelsASleepingWatch() throws Exception {
        ScriptedPcsc pcsc = new ScriptedPcsc(true);
        pcsc.set("R", word(0, EMPTY));
        try (ReaderWatch watch = PcscWatch.open(pcsc.library())) {
            now(watch);
            whileAsleep(pcsc, watch::cancel);
            assertFails(ErrorKind.CANCELLED, () -> watch.next(PATIENCE));
            assertFails(ErrorKind.CANCELLED, () -> watch.next(Duration.ZERO));
        }
    }

    @Test
    void aWatchCancelledWithoutAServiceEnds() throws Exception {
        ScriptedPcsc pcsc = new ScriptedPcsc(true);
        try (ReaderWatch watch = PcscWatch.open(pcsc.library())) {
            pcsc.stop();
            assertEquals(Kind.SERVICE_LOST, next(watch));
            Thread thread = new Thread(watch::cancel);
            thread.start();
            assertFails(ErrorKind.CANCELLED, () -> watch.next(PATIENCE));
        }
    }

    @Test
    void aWaitForACardIsCancelledToo() throws Exception {
        ScriptedPcsc pcsc = new ScriptedPcsc(true);
        pcsc.set("R", word(0, EMPTY));
        try (PcscReaders readers = PcscReaders.open(pcsc.library())) {
            readers.cancel();
            whileAsleep(pcsc, readers::cancel);
            assertFails(ErrorKind.CANCELLED, () -> readers.list().get(0).waitForCard(PATIENCE));
            assertTrue(readers.isValid());
        }
        assertEquals(0, pcsc.openContexts());
    }
}
