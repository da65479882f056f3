package io.github.tagsmith.core.reader;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.picc.Picc;
import io.github.tagsmith.core.virtual.TinyStorageCard;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every transport keeps to. The implementation gives a reader and moves cards; each test starts with an empty reader.
 * Who notices cards late (pcscd after some seconds) is waited for.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class ReaderContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Bytes GET_UID = Bytes.fromHex("FFCA000000");
    private static final Bytes ATR = Bytes.fromHex("3B8F8001804F0CA000000306030001000000006A");

    /** The list that holds the reader. */
    private Readers readers;

    /** The reader under test. */
    private Reader reader;

    /** A second view of the same readers, as another program has it. */
    private Readers otherReaders;

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
        reader = in(readers);
        awaitPresence(false);
    }

    @AfterEach
    void closeTransport() {
        remove();
        readers.close();
        otherReaders.close();
    }

    private Reader in(Readers list) throws NfcException {
        List<Reader> all = list.list();
        return ReaderChoice.named(all, readerName(all));
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
        assertTrue(reader.waitForCard(PATIENCE).cardPresent(), "no card after " + PATIENCE);
    }

    private static Bytes uid(Card card) throws NfcException {
        Bytes answer = card.transmit(GET_UID);
        assertEquals(Bytes.fromHex("9000"), answer.slice(answer.length() - 2));
        return answer.slice(0, answer.length() - 2);
    }

    @Test
    protected void theListContainsTheReader() throws NfcException {
        assertTrue(readers.list().stream().anyMatch(r -> r.name().equals(reader.name())));
    }

    @Test
    protected void anEmptyReaderHasNeitherCardNorAtr() throws NfcException {
        ReaderStatus status = reader.status();
        assertFalse(status.cardPresent());
        assertFalse(status.inUse());
        assertEquals(Bytes.EMPTY, status.atr());
    }

    @Test
    protected void withoutACardThereIsNoConnection() {
        assertFails(ErrorKind.NO_CARD, () -> reader.connect(ShareMode.SHARED));
        assertFails(ErrorKind.NO_CARD, () -> reader.connect(ShareMode.EXCLUSIVE));
    }

    @Test
    protected void waitingForACardThatDoesNotComeEndsInTime() throws NfcException {
        long start = System.nanoTime();
        assertFalse(reader.waitForCard(Duration.ofMillis(300)).cardPresent());
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        assertTrue(millis >= 300, "came back after " + millis + " ms");
    }

    @Test
    protected void aCardIsSeenAndReadAndLeaves() throws NfcException {
        presentAndWait("11223344");
        ReaderStatus status = reader.status();
        assertFalse(status.mute());
        assertEquals(ATR, status.atr());
        try (Card card = reader.connect(ShareMode.SHARED)) {
            assertEquals(reader.name(), card.readerName());
            assertEquals(ATR, card.atr());
            assertTrue(Set.of(Protocol.T0, Protocol.T1).contains(card.protocol()));
            assertEquals(Bytes.fromHex("11223344"), uid(card));
        }
        remove();
        awaitPresence(false);
        assertEquals(Bytes.EMPTY, reader.status().atr());
        assertFails(ErrorKind.NO_CARD, () -> reader.connect(ShareMode.SHARED));
    }

    @Test
    protected void aCardThatIsTakenOutIsReportedAsSuch() throws NfcException {
        presentAndWait("11223344");
        try (Card card = reader.connect(ShareMode.SHARED)) {
            uid(card);
            remove();
            awaitPresence(false);
            assertFails(ErrorKind.CARD_REMOVED, () -> card.transmit(GET_UID));
            assertFails(ErrorKind.CARD_REMOVED, card::beginTransaction);
            assertFails(ErrorKind.NO_CARD, () -> card.reconnect(Disposition.LEAVE));
        }
    }

    @Test
    protected void anOldConnectionDoesNotReachTheNextCard() throws NfcException {
        presentAndWait("11223344");
        try (Card card = reader.connect(ShareMode.SHARED)) {
            remove();
            awaitPresence(false);
            presentAndWait("55667788");
            assertFails(ErrorKind.CARD_REMOVED, () -> card.transmit(GET_UID));
        }
        try (Card card = reader.connect(ShareMode.SHARED)) {
            assertEquals(Bytes.fromHex("55667788"), uid(card));
        }
    }

    @Test
    protected void aSharedCardHasSeveralConnectionsAndAnExclusiveOneHasOne() throws NfcException {
        presentAndWait("11223344");
        Reader again = in(otherReaders);
        try (Card one = reader.connect(ShareMode.SHARED);
                Card other = again.connect(ShareMode.SHARED)) {
            assertEquals(uid(one), uid(other));
            assertTrue(reader.status().inUse());
            assertFails(ErrorKind.READER_BUSY, () -> again.connect(ShareMode.EXCLUSIVE));
        }
        try (Card alone = reader.connect(ShareMode.EXCLUSIVE)) {
            assertEquals(Bytes.fromHex("11223344"), uid(alone));
            assertTrue(again.status().exclusive());
            assertFails(ErrorKind.READER_BUSY, () -> again.connect(ShareMode.SHARED));
        }
        again.connect(ShareMode.EXCLUSIVE).close();
    }

    @Test
    protected void aTransactionMakesOthersWaitUntilItIsClosed() throws Exception {
        presentAndWait("11223344");
        try (Card one = reader.connect(ShareMode.SHARED);
                Card other = in(otherReaders).connect(ShareMode.SHARED)) {
            Transaction transaction = one.beginTransaction();
            Future<Bytes> answer = elsewhere(() -> uid(other));
            assertThrows(TimeoutException.class, () -> answer.get(300, TimeUnit.MILLISECONDS));
            assertEquals(Bytes.fromHex("11223344"), uid(one));
            transaction.close();
            transaction.close();
            assertEquals(Bytes.fromHex("11223344"), answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
    }

    @Test
    protected void transactionsNest() throws Exception {
        presentAndWait("11223344");
        try (Card one = reader.connect(ShareMode.SHARED);
                Card other = in(otherReaders).connect(ShareMode.SHARED)) {
            Transaction outer = one.beginTransaction();
            one.beginTransaction().close();
            Future<Bytes> answer = elsewhere(() -> uid(other));
            assertThrows(TimeoutException.class, () -> answer.get(300, TimeUnit.MILLISECONDS));
            outer.close();
            assertEquals(Bytes.fromHex("11223344"), answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
    }

    /** Does something in a thread of its own, as another program would. */
    private static Future<Bytes> elsewhere(Callable<Bytes> action) {
        FutureTask<Bytes> task = new FutureTask<>(action);
        Thread thread = new Thread(task, "other program");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    @Test
    protected void aReconnectStartsTheCardAnewAndTellsTheOthers() throws NfcException {
        presentAndWait("11223344");
        try (Card one = reader.connect(ShareMode.SHARED);
                Card other = in(otherReaders).connect(ShareMode.SHARED)) {
            one.reconnect(Disposition.RESET);
            assertEquals(ATR, one.atr());
            assertEquals(Bytes.fromHex("11223344"), uid(one));
            assertFails(ErrorKind.CARD_REMOVED, () -> other.transmit(GET_UID));
            other.reconnect(Disposition.LEAVE);
            assertEquals(Bytes.fromHex("11223344"), uid(other));
        }
    }

    @Test
    protected void closingTwiceIsClosingOnceAndNothingWorksAfterwards() throws NfcException {
        presentAndWait("11223344");
        Card card = reader.connect(ShareMode.EXCLUSIVE);
        Transaction transaction = card.beginTransaction();
        card.close();
        card.close();
        transaction.close();
        assertFails(ErrorKind.INVALID_REQUEST, () -> card.transmit(GET_UID));
        assertFails(ErrorKind.INVALID_REQUEST, card::beginTransaction);
        assertFails(ErrorKind.INVALID_REQUEST, () -> card.reconnect(Disposition.LEAVE));
        reader.connect(ShareMode.EXCLUSIVE).close();
        readers.close();
        readers.close();
    }

    @Test
    protected void aDirectConnectionNeedsNoCard() throws NfcException {
        try (Card direct = reader.connect(ShareMode.DIRECT)) {
            assertEquals(Protocol.NONE, direct.protocol());
            assertEquals(Bytes.EMPTY, direct.atr());
            assertThrows(NfcException.class, () -> direct.transmit(GET_UID));
        }
    }

    /** It is one to the reader: what it refuses it refuses itself, not because a card came or went. */
    @Test
    protected void aDirectConnectionOutlivesTheCard() throws NfcException {
        try (Card direct = reader.connect(ShareMode.DIRECT)) {
            assertFails(ErrorKind.READER_FAILED, () -> direct.control(direct.controlCode(99), Bytes.of(0)));
            present(new TinyStorageCard());
            awaitPresence(true);
            assertFails(ErrorKind.READER_FAILED, () -> direct.control(direct.controlCode(99), Bytes.of(0)));
            assertFails(ErrorKind.READER_FAILED, () -> direct.attribute(ReaderAttribute.MAX_CLK));
            remove();
            awaitPresence(false);
            assertFails(ErrorKind.READER_FAILED, () -> direct.control(direct.controlCode(99), Bytes.of(0)));
        }
    }
}
