package io.github.tagsmith.core.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.picc.Picc;
import io.github.tagsmith.core.reader.ReaderEvent.Kind;
import io.github.tagsmith.core.virtual.TinyStorageCard;
import io.github.tagsmith.core.virtual.VirtualReader;
import io.github.tagsmith.core.virtual.VirtualReaders;
import io.github.tagsmith.core.virtual.VirtualSlot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VirtualWatchContractTest extends WatchContract {

    private final VirtualSlot slot = new VirtualSlot();
    private final VirtualReader reader = new VirtualReader("Tagsmith virtual reader", slot);

    @Override
    protected Readers open() {
        return new VirtualReaders(reader);
    }

    @Override
    protected String readerName(List<Reader> readers) {
        return "Tagsmith virtual";
    }

    @Override
    protected void present(Picc picc) {
        slot.present(picc);
    }

    @Override
    protected void remove() {
        slot.remove();
    }

    @Test
    void readersArePluggedInAndOut() throws NfcException {
        VirtualReaders readers = new VirtualReaders();
        VirtualSlot second = new VirtualSlot();
        second.present(new TinyStorageCard());
        VirtualReader plugged = new VirtualReader("second", second);
        try (ReaderWatch watch = readers.watch()) {
            assertEquals(Optional.empty(), watch.next(Duration.ZERO));
            readers.plug(plugged);
            assertEquals(
                    Kind.READER_ADDED, watch.next(Duration.ZERO).orElseThrow().kind());
            assertEquals(
                    Kind.CARD_INSERTED, watch.next(Duration.ZERO).orElseThrow().kind());
            readers.unplug(plugged);
            assertEquals(
                    Kind.CARD_REMOVED, watch.next(Duration.ZERO).orElseThrow().kind());
            assertEquals(
                    Optional.of(new ReaderEvent(Kind.READER_REMOVED, "second", Bytes.EMPTY)),
                    watch.next(Duration.ZERO));
            second.remove();
            assertEquals(Optional.empty(), watch.next(Duration.ZERO));
        }
    }
}
