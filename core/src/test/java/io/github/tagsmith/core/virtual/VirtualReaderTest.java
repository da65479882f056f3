package io.github.tagsmith.core.virtual;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Disposition;
import io.github.tagsmith.core.reader.Protocol;
import io.github.tagsmith.core.reader.ShareMode;
import io.github.tagsmith.core.reader.Transaction;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What only the reader in this process can be asked; the rest is in the reader contract. */
class VirtualReaderTest {

    private static final Bytes GET_UID = Bytes.fromHex("FFCA000000");

    private final TinyStorageCard picc = new TinyStorageCard();
    private final VirtualSlot slot = new VirtualSlot();
    private final VirtualReader reader = new VirtualReader("reader", slot);

    @Test
    void aSlotHoldsOneCard() {
        slot.present(picc);
        assertThrows(IllegalStateException.class, () -> slot.present(new TinyStorageCard()));
        slot.remove();
        slot.remove();
        slot.present(new TinyStorageCard());
    }

    @Test
    void aDirectConnectionNeedsNoCard() throws Exception {
        try (Card card = reader.connect(ShareMode.DIRECT)) {
            assertEquals(Protocol.NONE, card.protocol());
            assertEquals(Bytes.EMPTY, card.atr());
            assertFails(ErrorKind.NO_CARD, () -> card.transmit(GET_UID));
        }
    }

    @Test
    void aResetByAnotherConnectionIsNoticedUntilReconnect() throws Exception {
        slot.present(picc);
        try (Card one = reader.connect(ShareMode.SHARED)) {
            Card other = reader.connect(ShareMode.SHARED);
            other.disconnect(Disposition.RESET);
            assertFails(ErrorKind.CARD_REMOVED, () -> one.transmit(GET_UID));
            assertFails(ErrorKind.CARD_REMOVED, one::beginTransaction);
            one.reconnect(Disposition.LEAVE);
            assertEquals(Bytes.fromHex("112233449000"), one.transmit(GET_UID));
        }
    }

    @Test
    void leavingTheCardDoesNotResetIt() throws Exception {
        slot.present(picc);
        int before = picc.resets;
        reader.connect(ShareMode.SHARED).close();
        assertEquals(before, picc.resets);
        reader.connect(ShareMode.SHARED).disconnect(Disposition.UNPOWER);
        assertEquals(before + 1, picc.resets);
    }

    @Test
    void aTransactionThatOutlivesItsConnectionTouchesNothing() throws Exception {
        slot.present(picc);
        Card card = reader.connect(ShareMode.SHARED);
        Transaction transaction = card.beginTransaction();
        card.close();
        int before = picc.resets;
        transaction.end(Disposition.RESET);
        assertEquals(before, picc.resets);
    }

    @Test
    void aResetWaitsForTheTransactionOfAnother() throws Exception {
        slot.present(picc);
        try (Card one = reader.connect(ShareMode.SHARED);
                Card other = reader.connect(ShareMode.SHARED)) {
            Transaction first = one.beginTransaction();
            Thread waiting = new Thread(() -> {
                try {
                    other.reconnect(Disposition.RESET);
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            waiting.start();
            while (waiting.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            assertEquals(Bytes.fromHex("112233449000"), one.transmit(GET_UID));
            first.close();
            waiting.join(10_000);
            assertFalse(waiting.isAlive());
        }
    }

    @Test
    void aCardThatComesDuringTheWaitIsSeen() throws Exception {
        Thread hand = new Thread(() -> slot.present(picc));
        hand.start();
        assertTrue(reader.waitForCard(Duration.ofSeconds(10)).cardPresent());
        hand.join();
        slot.remove();
        assertFalse(reader.waitForCard(Duration.ofMillis(1)).cardPresent());
    }
}
