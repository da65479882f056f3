package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.picc.StorageAnswer;
import io.github.tagsmith.core.picc.StoragePicc;

/** One sector of four blocks and one key A, A0A1A2A3A4A5; just enough to see what firmware does with a card. */
public final class TinyStorageCard implements StoragePicc {

    private final Bytes[] blocks = {
        Bytes.fromHex("11223344 44 08 0400 0000000000000000"), Bytes.zeros(16), Bytes.zeros(16), Bytes.zeros(16)
    };
    private final Bytes uid;
    private boolean authenticated;

    /** How often the field came on. */
    int resets;

    public TinyStorageCard() {
        this("11223344");
    }

    public TinyStorageCard(String uid) {
        this.uid = Bytes.fromHex(uid);
    }

    @Override
    public Bytes uid() {
        return uid;
    }

    @Override
    public void reset() {
        authenticated = false;
        resets++;
    }

    @Override
    public int atqa() {
        return 0x0004;
    }

    @Override
    public int sak() {
        return 0x08;
    }

    @Override
    public int storageCardName() {
        return 0x0001;
    }

    @Override
    public StorageAnswer authenticate(int block, KeyType type, Bytes key) {
        authenticated = block < blocks.length && type == KeyType.A && key.equals(Bytes.fromHex("A0A1A2A3A4A5"));
        return authenticated ? StorageAnswer.ack() : StorageAnswer.silent();
    }

    @Override
    public StorageAnswer read(int block) {
        return authenticated && block < blocks.length ? StorageAnswer.of(blocks[block]) : StorageAnswer.nak();
    }

    @Override
    public StorageAnswer write(int block, Bytes data) {
        if (!authenticated || block >= blocks.length) {
            return StorageAnswer.nak();
        }
        blocks[block] = data;
        return StorageAnswer.ack();
    }

    @Override
    public StorageAnswer load(ValueOperation operation, int block, Bytes operand) {
        return StorageAnswer.nak();
    }

    @Override
    public StorageAnswer transfer(int block) {
        return StorageAnswer.nak();
    }
}
