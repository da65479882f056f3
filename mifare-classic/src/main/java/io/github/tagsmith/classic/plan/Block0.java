package io.github.tagsmith.classic.plan;

import io.github.tagsmith.classic.model.ManufacturerBlock;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a block 0 can be right. A card that answers with a wrong check byte, or with a SAK that no MIFARE Classic has, is
 * not selected by any reader again.
 */
public final class Block0 {

    /** SAK in block 0 of cards known to the reference: NXP's, with bit 7 set where the UID has 7 bytes, and Infineon's 88. */
    private static final Set<Integer> SAKS = Set.of(0x08, 0x09, 0x18, 0x19, 0x28, 0x38, 0x88);

    private static final Set<Integer> ATQAS = Set.of(0x0004, 0x0002, 0x0044, 0x0042);

    private Block0() {}

    /**
     * Checks a block 0 before it is written.
     *
     * @param block 16 bytes
     * @param uidLength how long the UID of the card is, which cannot be changed
     * @return what is wrong with it; empty if nothing is
     */
    public static Optional<String> flaw(Bytes block, int uidLength) {
        ManufacturerBlock read = ManufacturerBlock.decode(block);
        if (read.uid().isEmpty()) {
            return Optional.of("it has a wrong check byte (BCC), and not the form of a 7-byte UID either");
        }
        int length = read.uid().get().length();
        if (length != uidLength) {
            return Optional.of("it is that of a card with a UID of " + length + " bytes, this card's has " + uidLength);
        }
        if (!SAKS.contains(read.sak()) || !ATQAS.contains(read.atqa())) {
            return Optional.of(String.format(
                    "it says SAK %02X and ATQA %04X, which no MIFARE Classic has", read.sak(), read.atqa()));
        }
        return Optional.empty();
    }
}
