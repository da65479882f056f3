package io.github.tagsmith.core.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.picc.HelloPicc;
import io.github.tagsmith.core.virtual.VirtualReader;
import io.github.tagsmith.core.virtual.VirtualReaders;
import io.github.tagsmith.core.virtual.VirtualSlot;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The reader that is meant where none was named. */
class ReaderChoiceTest {

    private final VirtualSlot first = new VirtualSlot();
    private final VirtualSlot second = new VirtualSlot();
    private final VirtualReaders readers =
            new VirtualReaders(new VirtualReader("first", first), new VirtualReader("second", second));

    @Test
    void aCardThatComesToAnyReaderIsWaitedFor() throws Exception {
        NfcException none = assertThrows(NfcException.class, () -> ReaderChoice.withCard(readers.list()));
        assertEquals(ErrorKind.NO_CARD, none.kind());
        Thread hand = new Thread(() -> second.present(new HelloPicc()));
        hand.start();
        ReaderChoice.awaitCard(readers, Duration.ofSeconds(10));
        assertEquals("second", ReaderChoice.withCard(readers.list()).name());
        hand.join();
    }

    @Test
    void theWaitEndsWithoutACard() throws Exception {
        ReaderChoice.awaitCard(readers, Duration.ofMillis(1));
        assertEquals(
                ErrorKind.NO_CARD,
                assertThrows(NfcException.class, () -> ReaderChoice.withCard(readers.list()))
                        .kind());
    }

    @Test
    void severalCardsAreTooMany() throws Exception {
        first.present(new HelloPicc());
        second.present(new HelloPicc());
        ReaderChoice.awaitCard(readers, Duration.ofSeconds(10));
        NfcException several = assertThrows(NfcException.class, () -> ReaderChoice.withCard(readers.list()));
        assertEquals(ErrorKind.AMBIGUOUS_READER, several.kind());
    }
}
