package io.github.tagsmith.core.reader;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.picc.Picc;
import io.github.tagsmith.core.reader.ReaderEvent.Kind;
import io.github.tagsmith.core.virtual.TinyStorageCard;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What the watch of every transport keeps to. The implementation gives a reader and moves cards; each test starts with an
 * empty reader. Events of other readers are passed over. A second view of the readers tells when the transport has noticed
 * what was done to a card.
 */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class WatchContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration A_MOMENT = Duration.ofMillis(300);
    private static final Bytes ATR = Bytes.fromHex("3B8F8001804F0CA000000306030001000000006A");

    /** The list that is watched. */
    private Readers readers;

    /** A second view of the same readers, as another program has it. */
    private Readers otherReaders;

    /** The reader under test, in the second view. */
    private Reader reader;

    /** Opens the transport. */
    protected abstract Readers open() throws NfcException;

    /** The name of the reader under test, as a part of a name. */
    protected abstract String readerName(List<Reader> readers);

    /** Puts a card into the reader under test. */
    protected abstract void present(Picc picc) throws NfcException;

    /** Takes the card out; nothing happens without one. */
    protected abstract void remove();

    @BeforeEach
    void openTransport() throws NfcException {
        readers = open();
        otherReaders = open();
        List<Reader> all = otherReaders.list();
        reader = ReaderChoice.named(all, readerName(all));
        awaitPresence(false);
    }

    @AfterEach
    void closeTransport() {
        remove();
        readers.close();
        otherReaders.close();
    }

    private void awaitPresence(boolean wanted) throws NfcException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (reader.status().cardPresent() != wanted) {
            if (System.nanoTime() > end) {
                fail("after " + PATIENCE + " the reader's card should be " + (wanted ? "there" : "gone"));
            }
            Thread.onSpinWait();
        }
    }

    private void presentAndWait(String uid) throws NfcException {
        present(new TinyStorageCard(uid));
        awaitPresence(true);
    }

    private void removeAndWait() throws NfcException {
        remove();
        awaitPresence(false);
    }

    /** The next event of the reader under test; nothing if none happens in time. */
    private Optional<ReaderEvent> next(ReaderWatch watch, Duration timeout) throws NfcException {
        Deadline deadline = Deadline.in(timeout);
        while (true) {
            Optional<ReaderEvent> event = watch.next(deadline.left(timeout));
            if (event.isEmpty() || event.get().reader().equals(reader.name())) {
                return event;
            }
        }
    }

    private ReaderEvent next(ReaderWatch watch) throws NfcException {
        return next(watch, PATIENCE).orElseThrow(() -> new AssertionError("no event in " + PATIENCE));
    }

    private void assertNext(ReaderWatch watch, Kind kind) throws NfcException {
        assertEquals(kind, next(watch).kind());
    }

    private void assertNoMore(ReaderWatch watch) throws NfcException {
        assertEquals(Optional.empty(), next(watch, Duration.ZERO));
    }

    /** Waits for an event on a thread of its own. */
    private static FutureTask<Optional<ReaderEvent>> elsewhere(ReaderWatch watch) {
        FutureTask<Optional<ReaderEvent>> waiting = new FutureTask<>(() -> watch.next(PATIENCE));
        Thread thread = new Thread(waiting, "watching");
        thread.setDaemon(true);
        thread.start();
        return waiting;
    }

    private static void assertCancelled(FutureTask<Optional<ReaderEvent>> waiting) {
        ExecutionException failure =
                assertThrows(ExecutionException.class, () -> waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        NfcException cause = assertInstanceOf(NfcException.class, failure.getCause());
        assertEquals(ErrorKind.CANCELLED, cause.kind());
    }

    private static void drain(ReaderWatch watch) throws NfcException {
        while (watch.next(Duration.ZERO).isPresent()) {
            Thread.onSpinWait();
        }
    }

    @Test
    protected void aWatchBeginsWithWhatIsThere() throws NfcException {
        presentAndWait("11223344");
        try (ReaderWatch watch = readers.watch()) {
            assertEquals(new ReaderEvent(Kind.READER_ADDED, reader.name(), Bytes.EMPTY), next(watch));
            assertEquals(new ReaderEvent(Kind.CARD_INSERTED, reader.name(), ATR), next(watch));
            assertNoMore(watch);
        }
    }

    @Test
    protected void aCardComesAndGoes() throws NfcException {
        try (ReaderWatch watch = readers.watch()) {
            assertNext(watch, Kind.READER_ADDED);
            assertNoMore(watch);
            present(new TinyStorageCard());
            assertEquals(new ReaderEvent(Kind.CARD_INSERTED, reader.name(), ATR), next(watch));
            remove();
            assertEquals(new ReaderEvent(Kind.CARD_REMOVED, reader.name(), Bytes.EMPTY), next(watch));
            assertNoMore(watch);
        }
    }

    @Test
    protected void aCardWakesTheSleeperUp() throws Exception {
        try (ReaderWatch watch = readers.watch()) {
            drain(watch);
            FutureTask<Optional<ReaderEvent>> waiting = elsewhere(watch);
            assertThrows(TimeoutException.class, () -> waiting.get(A_MOMENT.toMillis(), TimeUnit.MILLISECONDS));
            present(new TinyStorageCard());
            assertEquals(
                    Optional.of(Kind.CARD_INSERTED),
                    waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).map(ReaderEvent::kind));
        }
    }

    @Test
    protected void aCardThatIsSwappedBetweenTwoLooksHasChanged() throws NfcException {
        presentAndWait("11223344");
        try (ReaderWatch watch = readers.watch()) {
            assertNext(watch, Kind.READER_ADDED);
            assertNext(watch, Kind.CARD_INSERTED);
            removeAndWait();
            presentAndWait("55667788");
            assertEquals(new ReaderEvent(Kind.CARD_CHANGED, reader.name(), ATR), next(watch));
            assertNoMore(watch);
        }
    }

    @Test
    protected void aCardThatCameAndLeftBetweenTwoLooksIsReported() throws NfcException {
        try (ReaderWatch watch = readers.watch()) {
            assertNext(watch, Kind.READER_ADDED);
            presentAndWait("11223344");
            removeAndWait();
            assertEquals(new ReaderEvent(Kind.CARD_INSERTED, reader.name(), Bytes.EMPTY), next(watch));
            assertNext(watch, Kind.CARD_REMOVED);
            assertNoMore(watch);
        }
    }

    @Test
    protected void useByOthersIsReported() throws NfcException {
        presentAndWait("11223344");
        try (ReaderWatch watch = readers.watch()) {
            assertNext(watch, Kind.READER_ADDED);
            assertNext(watch, Kind.CARD_INSERTED);
            Card shared = reader.connect(ShareMode.SHARED);
            assertNext(watch, Kind.CARD_IN_USE);
            shared.close();
            assertNext(watch, Kind.CARD_FREE);
            Card alone = reader.connect(ShareMode.EXCLUSIVE);
            assertNext(watch, Kind.CARD_EXCLUSIVE);
            alone.close();
            assertNext(watch, Kind.CARD_FREE);
            assertNoMore(watch);
        }
    }

    @Test
    protected void twoWatchesSeeTheSame() throws NfcException {
        try (ReaderWatch one = readers.watch()) {
            assertNext(one, Kind.READER_ADDED);
            ReaderWatch other = readers.watch();
            assertNext(other, Kind.READER_ADDED);
            presentAndWait("11223344");
            assertNext(one, Kind.CARD_INSERTED);
            assertNext(other, Kind.CARD_INSERTED);
            other.cancel();
            other.close();
            removeAndWait();
            assertNext(one, Kind.CARD_REMOVED);
        }
    }

    @Test
    protected void waitingForNothingEndsInTime() throws NfcException {
        try (ReaderWatch watch = readers.watch()) {
            drain(watch);
            long start = System.nanoTime();
            assertEquals(Optional.empty(), watch.next(A_MOMENT));
            long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
            assertTrue(millis >= A_MOMENT.toMillis(), "came back after " + millis + " ms");
            assertTrue(millis < PATIENCE.toMillis(), "came back after " + millis + " ms");
        }
    }

    @Test
    protected void anotherThreadCancelsTheSleeper() throws Exception {
        try (ReaderWatch watch = readers.watch()) {
            drain(watch);
            FutureTask<Optional<ReaderEvent>> waiting = elsewhere(watch);
            assertThrows(TimeoutException.class, () -> waiting.get(A_MOMENT.toMillis(), TimeUnit.MILLISECONDS));
            watch.cancel();
            assertCancelled(waiting);
            assertFails(ErrorKind.CANCELLED, () -> watch.next(Duration.ZERO));
        }
    }

    /** Whether the other thread sleeps already or is on its way there is left to chance: it ends in both cases. */
    @Test
    protected void aCancelIsNeverMissed() throws Exception {
        for (int round = 0; round < 20; round++) {
            try (ReaderWatch watch = readers.watch()) {
                drain(watch);
                FutureTask<Optional<ReaderEvent>> waiting = elsewhere(watch);
                watch.cancel();
                assertCancelled(waiting);
            }
        }
    }

    @Test
    protected void aCancelledWatchStaysCancelledWhateverHappens() throws NfcException {
        try (ReaderWatch watch = readers.watch()) {
            watch.cancel();
            watch.cancel();
            assertFails(ErrorKind.CANCELLED, () -> watch.next(PATIENCE));
            presentAndWait("11223344");
            assertFails(ErrorKind.CANCELLED, () -> watch.next(PATIENCE));
        }
    }

    @Test
    protected void closingTwiceIsClosingOnce() throws NfcException {
        ReaderWatch watch = readers.watch();
        drain(watch);
        watch.close();
        watch.close();
        watch.cancel();
        assertFails(ErrorKind.CANCELLED, () -> watch.next(PATIENCE));
    }
}
