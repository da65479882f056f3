package io.github.tagsmith.core.contactless;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.core.dialect.Dialect;
import io.github.tagsmith.core.dialect.Dialects;
import io.github.tagsmith.core.dialect.StatusMeaning;
import io.github.tagsmith.core.error.NfcException;
import java.util.Optional;

/**
 * The storage-card commands of PC/SC part 3 section 3.2.2, which the reader's firmware answers, in the reader's dialect. In
 * the plain one they are
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

    private final ApduChannel channel;
    private final Dialect dialect;
    private final Negotiation negotiation;
    private final ReaderKeys keys;
    private final LoadedKeys loaded;
    private final ReaderBlocks blocks;

    /**
     * Speaks plain PC/SC part 3 through a channel.
     *
     * @param channel a connection to the card
     */
    public StorageCard(ApduChannel channel) {
        this(channel, Dialects.plain());
    }

    /**
     * Speaks a dialect through a channel.
     *
     * @param channel a connection to the card
     * @param dialect the reader's dialect
     */
    public StorageCard(ApduChannel channel, Dialect dialect) {
        this(channel, dialect, new Negotiation(dialect));
    }

    /**
     * Speaks a dialect through a channel to a reader of which something is known already.
     *
     * @param channel a connection to the card
     * @param dialect the reader's dialect
     * @param negotiation what has turned out about the reader; what turns out now is added
     */
    public StorageCard(ApduChannel channel, Dialect dialect, Negotiation negotiation) {
        this.channel = channel;
        this.dialect = dialect;
        this.negotiation = negotiation;
        this.keys = new ReaderKeys(channel, dialect, negotiation);
        this.loaded = new LoadedKeys(keys);
        this.blocks = new ReaderBlocks(channel, dialect.blocks(), negotiation);
    }

    /**
     * The dialect it speaks.
     *
     * @return the reader's dialect
     */
    public Dialect dialect() {
        return dialect;
    }

    /**
     * Reads the UID.
     *
     * @return 4, 7 or 10 bytes (8 for ISO 15693 and FeliCa)
     * @throws NfcException {@code REFUSED} if the reader has none
     */
    public Bytes uid() throws NfcException {
        CommandApdu command = CommandApdu.of(0xFF, 0xCA, 0, 0).withNe(CommandApdu.MAX_SHORT_NE);
        ResponseApdu response = channel.transmit(command);
        if (!response.isOk()) {
            throw Refusal.of(response.sw(), "get UID");
        }
        return response.data();
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
     * Puts a key into the reader's memory, the volatile one where there is one.
     *
     * @param slot key number in the reader, 0 to 255
     * @param key 6 bytes; key A, where the reader makes a difference
     * @throws NfcException {@code REFUSED} if the reader does not take it
     */
    public void loadKey(int slot, SecretBytes key) throws NfcException {
        loadKey(slot, KeyType.A, key);
    }

    /**
     * Puts a key into the reader's memory, the volatile one where there is one.
     *
     * @param slot key number in the reader, 0 to 255
     * @param type as which of the two it will be used
     * @param key 6 bytes
     * @throws NfcException {@code REFUSED} if the reader does not take it, {@code PROTOCOL} if it does not say
     */
    public void loadKey(int slot, KeyType type, SecretBytes key) throws NfcException {
        requireTaken(keys.load(slot, type, key), slot);
    }

    /**
     * Puts a key into the reader's memory that keeps it without power.
     *
     * @param slot key number in the reader, 0 to 255
     * @param type as which of the two it will be used
     * @param key 6 bytes
     * @throws NfcException {@code REFUSED} if the reader does not take it, or has no such memory
     */
    public void loadStoredKey(int slot, KeyType type, SecretBytes key) throws NfcException {
        requireTaken(keys.loadStored(slot, type, key), slot);
    }

    private static void requireTaken(StatusMeaning meaning, int slot) throws NfcException {
        if (meaning == StatusMeaning.SUSPICIOUS) {
            throw NfcException.protocol("the reader answered 0000 to load key into slot " + slot)
                    .withCode(0)
                    .withHint("The slot may hold another key; use another slot number");
        }
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
        return keys.authenticate(block, type, slot);
    }

    /**
     * Authenticates with a key, which is loaded first unless this object has loaded it before and it is still there. Not to
     * be mixed with {@link #loadKey}.
     *
     * @param block block number; the sector it is in is opened
     * @param type which of the two keys it is tried as
     * @param key 6 bytes
     * @return the status: 9000 if the key is right
     * @throws NfcException if the reader does not take the key, or there is no answer
     */
    public StatusWord authenticate(int block, KeyType type, SecretBytes key) throws NfcException {
        return loaded.authenticate(block, type, key);
    }

    /**
     * Reads one block.
     *
     * @param block block number
     * @return the response: 16 bytes and 9000, or an error status
     * @throws NfcException if there is no answer, or one of another length
     */
    public ResponseApdu read(int block) throws NfcException {
        return blocks.read(block);
    }

    /**
     * How many of some neighbouring data blocks one {@link #readBlocks} takes.
     *
     * @param first the block it begins at
     * @param wanted how many there are, all in one sector
     * @return 1 to {@code wanted}; 1 also if the reader has refused to read several
     */
    public int blocksAtOnce(int first, int wanted) {
        return blocks.atOnce(first, wanted);
    }

    /**
     * Reads several data blocks of the open sector in one exchange.
     *
     * @param first number of the first block
     * @param count how many, as {@link #blocksAtOnce} says
     * @return the response: 16 bytes a block and 9000, or an error status; 6700 if the reader gave fewer
     * @throws NfcException if there is no answer
     */
    public ResponseApdu readBlocks(int first, int count) throws NfcException {
        return blocks.read(first, count);
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
        return blocks.update(block, data);
    }

    /**
     * The same reader, of whose keys nothing is known yet.
     *
     * @return commands on the same connection and in the same dialect
     */
    public StorageCard fresh() {
        return new StorageCard(channel, dialect, negotiation);
    }

    /**
     * The value operations.
     *
     * @return them, on the same connection
     */
    public ValueCommands values() {
        return new ValueCommands(channel, dialect, this);
    }
}
