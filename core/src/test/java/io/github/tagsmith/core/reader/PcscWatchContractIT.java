package io.github.tagsmith.core.reader;

import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.pcsc.PcscReaders;
import io.github.tagsmith.core.picc.Picc;
import io.github.tagsmith.core.testing.PcscDaemon;
import io.github.tagsmith.core.testing.VpcdCard;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PcscDaemon.class)
class PcscWatchContractIT extends WatchContract {

    private @Nullable VpcdCard card;

    @Override
    protected Readers open() throws NfcException {
        return PcscReaders.open(Map.of());
    }

    @Override
    protected String readerName(List<Reader> readers) {
        return PcscDaemon.first(readers).name();
    }

    @Override
    protected void present(Picc picc) throws NfcException {
        card = VpcdCard.present(picc, PcscDaemon.FIRST_PORT);
    }

    @Override
    protected void remove() {
        if (card != null) {
            card.close();
            card = null;
        }
    }
}
