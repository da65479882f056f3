package io.github.tagsmith.core.pcsc;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.pcsc.nat.NativeMemory;
import io.github.tagsmith.core.picc.HelloPicc;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.CardStatus;
import io.github.tagsmith.core.reader.Disposition;
import io.github.tagsmith.core.reader.Protocol;
import io.github.tagsmith.core.reader.ProtocolAnswer;
import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.ReaderAttribute;
import io.github.tagsmith.core.reader.ReaderEvent.Kind;
import io.github.tagsmith.core.reader.ReaderWatch;
import io.github.tagsmith.core.reader.ShareMode;
import io.github.tagsmith.core.reader.Transaction;
import io.github.tagsmith.core.testing.PrivatePcscd;
import io.github.tagsmith.core.testing.VpcdCard;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A session with a service that is ours alone: so it may be killed, and what is left over can be counted. */
@SuppressWarnings("try") // cards in readers are there to be there
@Timeout(120)
class PcscSessionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Bytes SELECT = Bytes.fromHex("00A404000AA00000006203010C0601");
    private static final Bytes HELLO = Bytes.fromHex("00000000");

    private int port;
    private PrivatePcscd daemon;

    @BeforeEach
    void startService() throws Exception {
        port = PrivatePcscd.freePorts();
        daemon = PrivatePcscd.startWithVpcd(port);
    }

    @AfterEach
    void stopService() throws IOException {
        if (daemon != null) {
            daemon.close();
        }
    }

    private Card connect(PcscReaders readers) throws NfcException {
        Reader reader = readers.list().get(0);
        assertTrue(reader.waitForCard(PATIENCE).cardPresent());
        return reader.connect(ShareMode.SHARED);
    }

    private static Kind next(ReaderWatch watch) throws NfcException {
        return watch.next(PATIENCE).orElseThrow().kind();
    }

    @Test
    void everythingTheServiceKnowsCanBeAsked() throws Exception {
        try (VpcdCard inReader = VpcdCard.present(new HelloPicc(), port);
                PcscReaders readers = daemon.readers();
                Card card = connect(readers)) {
            assertTrue(readers.isValid());
            assertEquals(1, readers.groups().size());
            assertEquals(readers.list().size(), readers.list(readers.groups()).size());
            CardStatus status = card.status();
            assertEquals(card.readerName(), status.readerName());
            assertEquals(card.atr(), status.atr());
            assertEquals(card.protocol(), status.protocol());
            assertTrue(status.states().contains(CardStatus.State.PRESENT));
            ProtocolAnswer answer = card.transmit(card.protocol(), SELECT);
            assertEquals(Bytes.fromHex("9000"), answer.answer());
            assertNotEquals(Protocol.NONE, answer.protocol(), "vpcd reports T0 whatever was sent");
            assertFails(ErrorKind.READER_FAILED, () -> card.attribute(ReaderAttribute.MAXINPUT));
            assertThrows(
                    NfcException.class, () -> card.setAttribute(ReaderAttribute.SUPPRESS_T1_IFS_REQUEST, Bytes.of(1)));
            assertThrows(NfcException.class, () -> card.control(card.controlCode(3400), Bytes.EMPTY));
            for (Disposition disposition : List.of(Disposition.LEAVE, Disposition.RESET, Disposition.UNPOWER)) {
                card.reconnect(ShareMode.EXCLUSIVE, Set.of(Protocol.T0, Protocol.T1), disposition);
                assertEquals(ShareMode.EXCLUSIVE, card.shareMode());
                assertEquals(Bytes.fromHex("9000"), card.transmit(SELECT));
            }
            assertFails(ErrorKind.READER_FAILED, () -> card.reconnect(Disposition.EJECT));
            assertFails(
                    ErrorKind.READER_FAILED,
                    () -> card.reconnect(
                            ShareMode.SHARED,
                            Set.of(card.protocol() == Protocol.T1 ? Protocol.T0 : Protocol.T1),
                            Disposition.LEAVE));
        }
    }

    @Test
    void theServiceIsKilledInMidWatch() throws Exception {
        try (PcscReaders readers = daemon.readers();
                ReaderWatch watch = readers.watch()) {
            assertEquals(Kind.READER_ADDED, next(watch));
            assertEquals(Kind.READER_ADDED, next(watch));
            try (VpcdCard card = VpcdCard.present(new HelloPicc(), port)) {
                assertEquals(Kind.CARD_INSERTED, next(watch));
                daemon.kill();
                assertEquals(Kind.SERVICE_LOST, next(watch));
                assertEquals(Kind.CARD_REMOVED, next(watch));
                assertEquals(Kind.READER_REMOVED, next(watch));
                assertEquals(Kind.READER_REMOVED, next(watch));
                assertTrue(watch.next(Duration.ofMillis(300)).isEmpty());
            }
            daemon.start();
            assertEquals(Kind.SERVICE_BACK, next(watch));
            assertEquals(Kind.READER_ADDED, next(watch));
            assertEquals(Kind.READER_ADDED, next(watch));
            try (VpcdCard card = VpcdCard.present(new HelloPicc(), port)) {
                assertEquals(Kind.CARD_INSERTED, next(watch));
            }
            assertEquals(Kind.CARD_REMOVED, next(watch));
        }
    }

    @Test
    void theServiceIsKilledInMidSession() throws Exception {
        PcscReaders before = daemon.readers();
        try (VpcdCard inReader = VpcdCard.present(new HelloPicc(), port)) {
            Card card = connect(before);
            card.transmit(SELECT);
            Transaction transaction = card.beginTransaction();
            daemon.kill();
            NfcException lost = assertThrows(NfcException.class, () -> card.transmit(HELLO));
            assertTrue(Set.of(ErrorKind.NO_SERVICE, ErrorKind.READER_FAILED).contains(lost.kind()), lost::getMessage);
            assertThrows(NfcException.class, card::status);
            transaction.close();
            card.close();
        }
        before.close();
        daemon.start();
        try (VpcdCard inReader = VpcdCard.present(new HelloPicc(), port);
                PcscReaders readers = daemon.readers();
                Card card = connect(readers)) {
            assertEquals(Bytes.fromHex("9000"), card.transmit(SELECT));
        }
    }

    @Test
    void somebodyElsesUseIsAnEvent() throws Exception {
        try (VpcdCard inReader = VpcdCard.present(new HelloPicc(), port);
                PcscReaders readers = daemon.readers()) {
            Reader reader = readers.list().get(0);
            assertTrue(reader.waitForCard(PATIENCE).cardPresent());
            try (ReaderWatch watch = readers.watch()) {
                while (next(watch) != Kind.CARD_INSERTED) {
                    Thread.onSpinWait();
                }
                while (watch.next(Duration.ZERO).isPresent()) {
                    Thread.onSpinWait();
                }
                Card shared = reader.connect(ShareMode.SHARED);
                assertEquals(Kind.CARD_IN_USE, next(watch));
                shared.close();
                assertEquals(Kind.CARD_FREE, next(watch));
                Card alone = reader.connect(ShareMode.EXCLUSIVE);
                assertEquals(Kind.CARD_EXCLUSIVE, next(watch));
                alone.close();
                assertEquals(Kind.CARD_FREE, next(watch));
            }
        }
    }

    @Test
    void aSleepingWatchIsCancelledFromAnotherThread() throws Exception {
        try (PcscReaders readers = daemon.readers();
                ReaderWatch watch = readers.watch()) {
            while (watch.next(Duration.ZERO).isPresent()) {
                Thread.onSpinWait();
            }
            Thread thread = new Thread(watch::cancel);
            thread.start();
            assertFails(ErrorKind.CANCELLED, () -> watch.next(Duration.ofHours(1)));
            thread.join();
        }
    }

    @Test
    void anotherThreadIsRefusedDuringATransaction() throws Exception {
        try (VpcdCard inReader = VpcdCard.present(new HelloPicc(), port);
                PcscReaders readers = daemon.readers();
                Card card = connect(readers)) {
            Transaction transaction = card.beginTransaction();
            AtomicReference<Throwable> refusal = new AtomicReference<>();
            Thread thread = new Thread(() -> {
                try {
                    card.transmit(HELLO);
                } catch (NfcException | RuntimeException e) {
                    refusal.set(e);
                }
            });
            thread.start();
            thread.join();
            assertInstanceOf(IllegalStateException.class, refusal.get());
            transaction.close();
        }
    }

    @Test
    void anExchangeAllocatesNoMoreThanItsAnswer() throws Exception {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        int rounds = 2000;
        try (VpcdCard inReader = VpcdCard.present(new HelloPicc(), port);
                PcscReaders readers = daemon.readers();
                Card card = connect(readers)) {
            for (int i = 0; i < 6000; i++) {
                card.transmit(SELECT);
            }
            long blocks = NativeMemory.allocations();
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < rounds; i++) {
                card.transmit(SELECT);
            }
            long each = (threads.getCurrentThreadAllocatedBytes() - before) / rounds;
            long answer = 16 + 24;
            assertEquals(blocks, NativeMemory.allocations(), "native blocks allocated by exchanges");
            assertTrue(each - answer <= 128, each + " bytes an exchange, " + answer + " of them the answer");
        }
    }

    @Test
    void memoryOutlivesTheCallsThatUseIt() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Thread collector = new Thread(() -> {
            while (!done.get()) {
                System.gc();
            }
        });
        try (VpcdCard inReader = VpcdCard.present(new HelloPicc(), port);
                PcscReaders readers = daemon.readers()) {
            Reader reader = readers.list().get(0);
            assertTrue(reader.waitForCard(PATIENCE).cardPresent());
            collector.start();
            for (int i = 0; i < 10; i++) {
                try (Card card = reader.connect(ShareMode.SHARED)) {
                    for (int j = 0; j < 10; j++) {
                        assertEquals(Bytes.fromHex("9000"), card.transmit(SELECT));
                        assertTrue(reader.status().cardPresent());
                    }
                }
            }
        } finally {
            done.set(true);
            collector.join();
        }
    }

    @Test
    void nothingLeaks() throws Exception {
        try (VpcdCard inReader = VpcdCard.present(new HelloPicc(), port)) {
            loop(20);
            long before = openFiles();
            loop(150);
            assertTrue(openFiles() <= before + 2, before + " files open before, " + openFiles() + " after");
        }
    }

    private void loop(int rounds) throws NfcException {
        for (int i = 0; i < rounds; i++) {
            try (PcscReaders readers = daemon.readers();
                    ReaderWatch watch = readers.watch();
                    Card card = connect(readers);
                    Transaction transaction = card.beginTransaction()) {
                assertTrue(watch.next(PATIENCE).isPresent());
                assertEquals(Bytes.fromHex("9000"), card.transmit(SELECT));
            }
        }
    }

    /** A context that is not released keeps its socket. */
    private static long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }
}
