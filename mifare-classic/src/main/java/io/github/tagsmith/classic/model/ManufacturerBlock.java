package io.github.tagsmith.classic.model;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.Optional;
import java.util.Set;

/**
 * Block 0.
 *
 * <pre>
 * 4-byte UID   UID(4) BCC SAK ATQA(2, low byte first) manufacturer(8)       BCC is the xor of the UID bytes
 * 7-byte UID   UID(7) SAK with bit 7 set, ATQA(2, low byte first) manufacturer(6)
 * </pre>
 *
 * The 7-byte form is as seen in the field (reference, classic.md section 1) and is looked for first, because one 7-byte UID
 * in 256 passes the BCC check by chance. The field report of SAK 98 (4K) is unproven, 89 (Mini) follows the same rule; 88 is
 * in a sample.
 *
 * @param uid the UID; empty if neither form fits
 * @param bccOk whether byte 4 is the xor of bytes 0 to 3
 * @param sak select acknowledge as stored, 0 to 255
 * @param atqa ATQA, most significant byte first
 */
public record ManufacturerBlock(Optional<Bytes> uid, boolean bccOk, int sak, int atqa) {

    private static final int SHORT_UID = 4;
    private static final int LONG_UID = 7;
    private static final int STORED_SAK_MARK = 0x80;
    private static final Set<Integer> LONG_SAKS = Set.of(0x88, 0x89, 0x98);

    /**
     * Decodes block 0.
     *
     * @param block 16 bytes
     * @return what it says
     */
    public static ManufacturerBlock decode(Bytes block) {
        boolean bccOk = block.slice(0, SHORT_UID).xorSum() == block.get(SHORT_UID);
        if (isLong(block)) {
            return new ManufacturerBlock(
                    Optional.of(block.slice(0, LONG_UID)), bccOk, block.get(7) & ~STORED_SAK_MARK, atqa(block, 8));
        }
        Optional<Bytes> uid = bccOk ? Optional.of(block.slice(0, SHORT_UID)) : Optional.empty();
        return new ManufacturerBlock(uid, bccOk, block.get(5), atqa(block, 6));
    }

    private static boolean isLong(Bytes block) {
        int sak = block.get(7);
        int atqaLow = block.get(8);
        return LONG_SAKS.contains(sak) && (atqaLow == 0x44 || atqaLow == 0x42) && block.get(9) == 0x00;
    }

    private static int atqa(Bytes block, int offset) {
        return (int) block.slice(offset, offset + 2).toUnsignedLittleEndian();
    }

    /**
     * Makes a block 0.
     *
     * @param type the size, which gives SAK and ATQA
     * @param uid 4 or 7 bytes
     * @param manufacturer manufacturer data, of which as much is taken as there is room for (8 or 6 bytes)
     * @return 16 bytes
     */
    public static Bytes encode(ClassicType type, Bytes uid, Bytes manufacturer) {
        if (uid.length() != SHORT_UID && uid.length() != LONG_UID) {
            throw new IllegalArgumentException("UID of " + uid.length() + " bytes, must be 4 or 7");
        }
        boolean isLong = uid.length() == LONG_UID;
        Bytes check = isLong ? Bytes.EMPTY : Bytes.of(uid.xorSum());
        Bytes sak = Bytes.of(isLong ? type.sak() | STORED_SAK_MARK : type.sak());
        Bytes head = Bytes.concat(uid, check, sak, Bytes.littleEndian(type.atqa(uid.length()), 2));
        return head.plus(manufacturer.slice(0, ClassicType.BLOCK_LENGTH - head.length()));
    }
}
