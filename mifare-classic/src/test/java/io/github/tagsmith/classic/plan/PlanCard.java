package io.github.tagsmith.classic.plan;

import io.github.tagsmith.classic.CardAccess;
import io.github.tagsmith.classic.ClassicSession;
import io.github.tagsmith.classic.ReaderAccess;
import io.github.tagsmith.classic.dump.CardIdentity;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.dump.Dumper;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.picc.ClassicImage;
import io.github.tagsmith.classic.picc.ClassicPicc;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.StorageCard;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.ShareMode;
import io.github.tagsmith.core.virtual.VirtualReader;
import io.github.tagsmith.core.virtual.VirtualReaders;
import io.github.tagsmith.core.virtual.VirtualSlot;
import java.util.Collection;
import java.util.List;

/** A software card in an in-process reader, which leaves the field when told to; its writes are counted. */
public final class PlanCard implements CardAccess {

    private final VirtualSlot slot = new VirtualSlot();
    private final ClassicPicc picc;
    private final CardAccess access;
    private int writes;
    private int exchanges;
    private int writesLeft = Integer.MAX_VALUE;
    private boolean loseAnswer;

    public PlanCard(ClassicImage image) throws NfcException {
        picc = new ClassicPicc(image);
        slot.present(picc);
        try (VirtualReaders readers = new VirtualReaders(new VirtualReader("test", slot))) {
            Card card = readers.list().get(0).connect(ShareMode.SHARED);
            access = new ReaderAccess(card, () -> new StorageCard(command -> transmit(card, command)));
        }
    }

    private Bytes transmit(Card card, Bytes command) throws NfcException {
        exchanges++;
        boolean isWrite = command.get(1) == 0xD6 || command.get(1) == 0xC2;
        if (isWrite && writes == writesLeft && !loseAnswer) {
            slot.remove();
        }
        Bytes answer = card.transmit(command);
        if (isWrite) {
            writes++;
            if (writes > writesLeft) {
                slot.remove();
                return card.transmit(command);
            }
        }
        return answer;
    }

    /** The card leaves at the next write after so many, before it is done or, with its answer lost, after it. */
    PlanCard leavingAfter(int count, boolean done) {
        writesLeft = count;
        loseAnswer = done;
        return this;
    }

    public ClassicImage image() {
        return picc.image();
    }

    int writes() {
        return writes;
    }

    int exchanges() {
        return exchanges;
    }

    /** What somebody with these keys knows of the card. */
    public Dump dump(Collection<ClassicKey> keys) throws NfcException {
        return new Dumper(this, image().type(), image().type().sectors(), (known, all, left) -> {})
                .dump(List.copyOf(keys), CardIdentity.NONE)
                .dump();
    }

    @Override
    public ClassicSession newSession() {
        return access.newSession();
    }

    @Override
    public void reactivate() throws NfcException {
        access.reactivate();
    }
}
