package io.github.tagsmith.classic;

import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.contactless.StorageCard;
import io.github.tagsmith.core.dialect.ValueForms;
import io.github.tagsmith.core.error.NfcException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with a MIFARE Classic card through the reader's pseudo-APDUs. A key is loaded only when it does not lie in
 * the reader. It knows whether an authentication still holds: a failed one and every refused command end it, because the
 * card is halted then (MF1S50yyX data sheet section 8.2.3), and so does a command that is not answered.
 */
public final class ClassicSession {

    private final StorageCard card;
    private @Nullable Authentication authentication;

    /** What the card is open for. */
    private record Authentication(BlockNo trailer, KeyType type, ClassicKey key) {

        boolean isBy(KeyType other, ClassicKey otherKey) {
            return type == other && key.equals(otherKey);
        }
    }

    /**
     * A session on a card that nothing is known of yet.
     *
     * @param card the storage-card commands of its reader
     */
    public ClassicSession(StorageCard card) {
        this.card = card;
    }

    /**
     * Opens a sector, unless it is open with this key already.
     *
     * @param block a block of it
     * @param type which of the two keys
     * @param key the key
     * @return whether the key is right
     * @throws NfcException if the reader does not take the key, or the card is gone
     */
    public boolean authenticate(BlockNo block, KeyType type, ClassicKey key) throws NfcException {
        Authentication present = authentication;
        if (present != null && isOpen(block) && present.isBy(type, key)) {
            return true;
        }
        authentication = null;
        StatusWord sw = card.authenticate(block.value(), type, key.secret());
        if (sw.equals(StatusWord.OK)) {
            authentication = new Authentication(block.sector().trailer(), type, key);
            return true;
        }
        return false;
    }

    /** Takes for granted no longer that a sector is open: the next authentication is tried on the card, whatever its key. */
    public void forgetAuthentication() {
        authentication = null;
    }

    /**
     * Whether the sector of a block is open.
     *
     * @param block the block
     * @return true if an authentication for it holds
     */
    public boolean isOpen(BlockNo block) {
        Authentication present = authentication;
        return present != null && present.trailer().equals(block.sector().trailer());
    }

    /**
     * Reads a block of the open sector.
     *
     * @param block the block
     * @return 16 bytes, or empty if the card refuses; the sector is closed then
     * @throws NfcException if the card is gone
     */
    public Optional<Bytes> read(BlockNo block) throws NfcException {
        return read(block, 1);
    }

    /**
     * How many of some neighbouring data blocks the reader reads in one exchange.
     *
     * @param first the first of them
     * @param wanted how many there are
     * @return 1 to {@code wanted}
     */
    public int blocksAtOnce(BlockNo first, int wanted) {
        return card.blocksAtOnce(first.value(), wanted);
    }

    /**
     * Reads several data blocks of the open sector in one exchange.
     *
     * @param first the first of them
     * @param count how many, as {@link #blocksAtOnce} says
     * @return 16 bytes for each, or empty if the card or the reader refuses; the sector is closed then
     * @throws NfcException if the card is gone
     */
    public Optional<Bytes> read(BlockNo first, int count) throws NfcException {
        Authentication before = authentication;
        authentication = null;
        ResponseApdu response = card.readBlocks(first.value(), count);
        if (!response.isOk()) {
            return Optional.empty();
        }
        authentication = before;
        return Optional.of(response.data());
    }

    /**
     * Writes a block of the open sector.
     *
     * @param block the block
     * @param data 16 bytes
     * @return whether the card took it; if not, the sector is closed
     * @throws NfcException if the card is gone
     */
    public boolean write(BlockNo block, Bytes data) throws NfcException {
        return changed(() -> card.update(block.value(), data));
    }

    /**
     * Whether the reader has commands that change a value in the card.
     *
     * @return true if it can increment and decrement
     */
    public boolean changesValues() {
        ValueForms forms = card.dialect().values();
        return forms.increment().isPresent() && forms.decrement().isPresent();
    }

    /**
     * Whether the reader has a command that copies a value in the card.
     *
     * @return true if it can
     */
    public boolean copiesValues() {
        return card.dialect().values().copy().isPresent();
    }

    /**
     * Adds to a value of the open sector and stores the result in the same block.
     *
     * @param block the value block
     * @param amount 0 or more
     * @return whether the card did it; if not, the sector is closed
     * @throws NfcException if the reader has no such command, or the card is gone
     */
    public boolean increment(BlockNo block, int amount) throws NfcException {
        return changed(() -> card.values().increment(block.value(), amount));
    }

    /**
     * Subtracts from a value of the open sector and stores the result in the same block.
     *
     * @param block the value block
     * @param amount 0 or more
     * @return whether the card did it; if not, the sector is closed
     * @throws NfcException if the reader has no such command, or the card is gone
     */
    public boolean decrement(BlockNo block, int amount) throws NfcException {
        return changed(() -> card.values().decrement(block.value(), amount));
    }

    /**
     * Copies a value into another block of the open sector.
     *
     * @param from the value block
     * @param to where it goes
     * @return whether the card did it; if not, the sector is closed
     * @throws NfcException if the reader has no such command, or the card is gone
     */
    public boolean copy(BlockNo from, BlockNo to) throws NfcException {
        return changed(() -> card.values().copy(from.value(), to.value()));
    }

    private boolean changed(Change change) throws NfcException {
        Authentication before = authentication;
        authentication = null;
        if (!change.send().equals(StatusWord.OK)) {
            return false;
        }
        authentication = before;
        return true;
    }

    /** A command that changes the card. */
    private interface Change {
        StatusWord send() throws NfcException;
    }
}
