package io.github.tagsmith.cli;

import io.github.tagsmith.classic.picc.ClassicPicc;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.picc.StorageAnswer;
import io.github.tagsmith.core.picc.StoragePicc;
import java.util.function.BooleanSupplier;

/** A card to which something happens at one of its reads. */
final class DisturbedCard implements StoragePicc {

    private final ClassicPicc card;
    private final int disturbedRead;
    private BooleanSupplier disturbance = () -> true;
    private int reads;

    DisturbedCard(ClassicPicc card, int disturbedRead) {
        this.card = card;
        this.disturbedRead = disturbedRead;
    }

    /** What happens; the card answers if it says true. */
    void disturb(BooleanSupplier happening) {
        disturbance = happening;
    }

    int reads() {
        return reads;
    }

    @Override
    public StorageAnswer read(int block) {
        if (++reads == disturbedRead && !disturbance.getAsBoolean()) {
            return StorageAnswer.silent();
        }
        return card.read(block);
    }

    @Override
    public Bytes uid() {
        return card.uid();
    }

    @Override
    public void reset() {
        card.reset();
    }

    @Override
    public int atqa() {
        return card.atqa();
    }

    @Override
    public int sak() {
        return card.sak();
    }

    @Override
    public int storageCardName() {
        return card.storageCardName();
    }

    @Override
    public StorageAnswer authenticate(int block, KeyType type, Bytes key) {
        return card.authenticate(block, type, key);
    }

    @Override
    public StorageAnswer write(int block, Bytes data) {
        return card.write(block, data);
    }

    @Override
    public StorageAnswer load(ValueOperation operation, int block, Bytes operand) {
        return card.load(operation, block, operand);
    }

    @Override
    public StorageAnswer transfer(int block) {
        return card.transfer(block);
    }
}
