package io.github.tagsmith.core.contactless;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.apdu.CountingChannel;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.core.dialect.Dialect;
import io.github.tagsmith.core.dialect.Dialects;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.virtual.TinyStorageCard;
import io.github.tagsmith.core.virtual.VirtualSlot;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A reader that answers 6988 to the plain load key (Identiv; classic.md section 8), spoken to as if nobody knew it. */
class ReaderMemoryTest {

    private static final String READER = "Unknown Contactless Reader 00 00";

    private final Dialect plain = plain();

    private static Dialect plain() {
        try {
            return Dialects.load(Map.of()).required("pcsc");
        } catch (NfcException e) {
            throw new IllegalStateException(e);
        }
    }

    private int exchangesOfALoad(ReaderMemory memory) throws NfcException {
        VirtualSlot slot = VirtualSlot.of("identiv").orElseThrow();
        slot.present(new TinyStorageCard());
        CountingChannel channel = new CountingChannel(slot::transmit);
        StorageCard card = new StorageCard(channel, plain, memory.of(READER, plain));
        card.loadKey(0, KeyType.A, SecretBytes.of(Bytes.repeat(6, 0xFF)));
        return channel.count();
    }

    @Test
    void whatWasLearnedOnceIsNotAskedForAgain() throws NfcException {
        ReaderMemory first = new ReaderMemory();
        assertEquals(2, exchangesOfALoad(first));
        assertEquals(1, exchangesOfALoad(first));
        assertEquals(READER + "\tpcsc\t6988\n", first.text());
        assertEquals(1, exchangesOfALoad(ReaderMemory.recall(first.text())));
    }

    @Test
    void textThatMeansNothingIsPassedOver() throws NfcException {
        ReaderMemory memory = ReaderMemory.recall("nonsense\n" + READER + "\tpcsc\t1234 whatever\n\n\t\t\n");
        assertEquals(2, exchangesOfALoad(memory));
    }

    @Test
    void readersOfWhichNothingIsKnownLeaveNoLine() {
        ReaderMemory memory = new ReaderMemory();
        assertEquals(plain.keys(), memory.of(READER, plain).keys());
        assertEquals("", memory.text());
    }
}
