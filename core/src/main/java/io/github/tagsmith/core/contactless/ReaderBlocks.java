package io.github.tagsmith.core.contactless;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.dialect.BlockForms;
import io.github.tagsmith.core.dialect.Field;
import io.github.tagsmith.core.error.NfcException;

/** Reads and writes blocks in the forms of a dialect, several at once where the reader does that. */
final class ReaderBlocks {

    private static final int SMALL_SECTOR_BLOCKS = 4;
    private static final int FIRST_LARGE_SECTOR_BLOCK = 128;

    private final ApduChannel channel;
    private final BlockForms forms;
    private final Negotiation negotiation;
    private boolean manyTaken;

    ReaderBlocks(ApduChannel channel, BlockForms forms, Negotiation negotiation) {
        this.channel = channel;
        this.forms = forms;
        this.negotiation = negotiation;
    }

    ResponseApdu read(int block) throws NfcException {
        ResponseApdu response = transmitRead(block, 1);
        if (response.isOk() && response.data().length() != StorageCard.BLOCK_LENGTH) {
            throw NfcException.protocol("the reader gave " + response.data().length() + " bytes for block " + block
                    + ", not " + StorageCard.BLOCK_LENGTH);
        }
        return response;
    }

    int atOnce(int first, int wanted) {
        if (negotiation.manyBlocksRefused()) {
            return 1;
        }
        if (first >= FIRST_LARGE_SECTOR_BLOCK) {
            return Math.min(wanted, forms.mostLarge());
        }
        return isSector(first, wanted) ? wanted : Math.min(wanted, forms.mostSmall());
    }

    private boolean isSector(int first, int count) {
        return forms.readSector().isPresent()
                && first < FIRST_LARGE_SECTOR_BLOCK
                && first % SMALL_SECTOR_BLOCKS == 0
                && count == SMALL_SECTOR_BLOCKS - 1;
    }

    /** A reader that has never given several is not asked for several again. */
    ResponseApdu read(int first, int count) throws NfcException {
        if (count == 1) {
            return read(first);
        }
        ResponseApdu response = transmitRead(first, count);
        if (response.isOk() && response.data().length() == count * StorageCard.BLOCK_LENGTH) {
            manyTaken = true;
            return response;
        }
        if (!manyTaken) {
            negotiation.refuseManyBlocks();
        }
        return response.isOk() ? new ResponseApdu(Bytes.EMPTY, StatusWord.WRONG_LENGTH) : response;
    }

    private ResponseApdu transmitRead(int first, int count) throws NfcException {
        Bytes command = isSector(first, count)
                ? forms.readSector()
                        .orElseThrow()
                        .fill(Fill.sector(first / SMALL_SECTOR_BLOCKS).values())
                : forms.read()
                        .fill(Fill.block(first)
                                .with(Field.COUNT, Bytes.of(count * StorageCard.BLOCK_LENGTH))
                                .values());
        return ResponseApdu.parse(channel.transmit(command));
    }

    StatusWord update(int block, Bytes data) throws NfcException {
        if (data.length() != StorageCard.BLOCK_LENGTH) {
            throw new IllegalArgumentException("block of " + data.length() + " bytes");
        }
        Bytes command =
                forms.update().fill(Fill.block(block).with(Field.DATA, data).values());
        return ResponseApdu.parse(channel.transmit(command)).sw();
    }
}
