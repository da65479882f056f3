package io.github.tagsmith.core.contactless;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.Optional;

/**
 * The storage-card commands of PC/SC part 3 section 3.2.2, which the reader's firmware answers.
 *
 * <pre>
 * get UID        FF CA 00 00 00
 * get ATS        FF CA 01 00 00
 * load key       FF 82 00 slot 06 key
 * authenticate   FF 86 00 00 05 01 block(2) type slot
 * read           FF B0 block(2) 10
 * update         FF D6 block(2) 10 data
 * </pre>
 *
 * Block numbers are two bytes, most significant first. An error status is an answer like any other where a caller decides
 * from it ({@link #authenticate}, {@link #read}); elsewhere it is an {@link NfcException} of kind {@code REFUSED}.
 */
public final class StorageCard {

    /** Bytes of one block. */
    public static final int BLOCK_LENGTH = 16;

    private static final int KEY_LENGTH = 6;

    private final ApduChannel channel;

    /**
     * Speaks through a channel.
     *
     * @param channel a connection to the card
     */
    public StorageCard(ApduChannel channel) {
        this.channel = channel;
    }

    /**
     * Reads the UID.
     *
     * @return 4, 7 or 10 bytes (8 for ISO 15693 and FeliCa)
     * @throws NfcException {@code REFUSED} if the reader has none
     */
    public Bytes uid() throws NfcException {
        CommandApdu command = CommandApdu.of(0xFF, 0xCA, 0, 0).withNe(CommandApdu.MAX_SHORT_NE);
        return requireOk(channel.transmit(command), "get UID").data();
    }

    /**
     * Reads the ATS, or what stands for it.
     *
     * @return the ATS; empty if the reader has none to give (6A81 for storage cards)
     * @throws NfcException if there is no answer
     */
    public Optional<Bytes> ats() throws NfcException {
        CommandApdu command = CommandApdu.of(0xFF, 0xCA, 1, 0).withNe(CommandApdu.MAX_SHORT_NE);
        ResponseApdu response = channel.transmit(command);
        return response.isOk() ? Optional.of(response.data()) : Optional.empty();
    }

    /**
     * Puts a key into the reader's volatile memory.
     *
     * @param slot key number in the reader, 0 to 255
     * @param key 6 bytes
     * @throws NfcException {@code REFUSED} if the reader does not take it
     */
    public void loadKey(int slot, SecretBytes key) throws NfcException {
        if (key.length() != KEY_LENGTH) {
            throw new IllegalArgumentException("key of " + key.length() + " bytes");
        }
        CommandApdu command = CommandApdu.of(0xFF, 0x82, 0, slot).withData(key.reveal());
        requireOk(channel.transmit(command), "load key into slot " + slot);
    }

    /**
     * Authenticates with a loaded key.
     *
     * @param block block number; the sector it is in is opened
     * @param type which of the two keys the loaded one is tried as
     * @param slot where it was loaded
     * @return the status: 9000 if the key is right
     * @throws NfcException if there is no answer
     */
    public StatusWord authenticate(int block, KeyType type, int slot) throws NfcException {
        Bytes data = Bytes.concat(Bytes.of(0x01), Bytes.bigEndian(block, 2), Bytes.of(type.code(), slot));
        return channel.transmit(CommandApdu.of(0xFF, 0x86, 0, 0).withData(data)).sw();
    }

    /**
     * Reads one block.
     *
     * @param block block number
     * @return the response: 16 bytes and 9000, or an error status
     * @throws NfcException if there is no answer, or one of another length
     */
    public ResponseApdu read(int block) throws NfcException {
        CommandApdu command =
                CommandApdu.of(0xFF, 0xB0, block >> 8, block & 0xFF).withNe(BLOCK_LENGTH);
        ResponseApdu response = channel.transmit(command);
        if (response.isOk() && response.data().length() != BLOCK_LENGTH) {
            throw NfcException.protocol("the reader gave " + response.data().length() + " bytes for block " + block
                    + ", not " + BLOCK_LENGTH);
        }
        return response;
    }

    /**
     * Writes one block.
     *
     * @param block block number
     * @param data 16 bytes
     * @return the status: 9000 if it is written
     * @throws NfcException if there is no answer
     */
    public StatusWord update(int block, Bytes data) throws NfcException {
        if (data.length() != BLOCK_LENGTH) {
            throw new IllegalArgumentException("block of " + data.length() + " bytes");
        }
        CommandApdu command =
                CommandApdu.of(0xFF, 0xD6, block >> 8, block & 0xFF).withData(data);
        return channel.transmit(command).sw();
    }

    private static ResponseApdu requireOk(ResponseApdu response, String what) throws NfcException {
        if (!response.isOk()) {
            StatusWord sw = response.sw();
            throw new NfcException(ErrorKind.REFUSED, "the reader answered " + sw + " to " + what + ": " + sw.meaning())
                    .withCode(sw.value());
        }
        return response;
    }
}
