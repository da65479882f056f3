package io.github.tagsmith.core.pcsc;

import io.github.tagsmith.core.reader.Disposition;
import io.github.tagsmith.core.reader.Transaction;

/** Ends once. While it lasts the context stays with the thread that began it. */
final class PcscTransaction implements Transaction {

    private final PcscCard card;
    private boolean ended;

    PcscTransaction(PcscCard card) {
        this.card = card;
    }

    @Override
    public void end(Disposition disposition) {
        if (!ended) {
            ended = true;
            card.endTransaction(disposition);
        }
    }
}
