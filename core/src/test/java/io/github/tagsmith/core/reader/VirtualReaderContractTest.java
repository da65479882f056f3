package io.github.tagsmith.core.reader;

import io.github.tagsmith.core.picc.Picc;
import io.github.tagsmith.core.virtual.VirtualReader;
import io.github.tagsmith.core.virtual.VirtualReaders;
import io.github.tagsmith.core.virtual.VirtualSlot;
import java.util.List;

class VirtualReaderContractTest extends ReaderContract {

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
}
