package io.github.tagsmith.classic.picc;

import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.ManufacturerBlock;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.core.bytes.Bytes;
import java.nio.charset.StandardCharsets;

/**
 * Everything in a card: all bytes of all blocks.
 *
 * @param type the size
 * @param bytes as many bytes as the size says
 */
public record ClassicImage(ClassicType type, Bytes bytes) {

    private static final Bytes MANUFACTURER = Bytes.of("Tagsmith".getBytes(StandardCharsets.US_ASCII));

    /**
     * Checks the size.
     *
     * @param type the size
     * @param bytes as many bytes as the size says
     */
    public ClassicImage {
        if (bytes.length() != type.size()) {
            throw new IllegalArgumentException(bytes.length() + " bytes for a card of " + type.size());
        }
    }

    /**
     * A card as it is delivered: keys FFFFFFFFFFFF, access bits FF0780, GPB 69, data zero.
     *
     * @param type the size
     * @param uid 4 or 7 bytes
     * @return its image
     */
    public static ClassicImage delivered(ClassicType type, Bytes uid) {
        Bytes trailer = SectorTrailer.of(ClassicKey.DELIVERY, SectorTrailer.DELIVERY_ACCESS, ClassicKey.DELIVERY);
        ClassicImage image = new ClassicImage(type, Bytes.zeros(type.size()));
        for (SectorNo sector : type.sectors()) {
            image = image.with(sector.trailer(), trailer);
        }
        return image.with(new BlockNo(0), ManufacturerBlock.encode(type, uid, MANUFACTURER));
    }

    /**
     * A block.
     *
     * @param block its number
     * @return 16 bytes
     */
    public Bytes block(BlockNo block) {
        int offset = block.value() * ClassicType.BLOCK_LENGTH;
        return bytes.slice(offset, offset + ClassicType.BLOCK_LENGTH);
    }

    /**
     * The same card with a block changed.
     *
     * @param block its number
     * @param content 16 bytes
     * @return the changed image
     */
    public ClassicImage with(BlockNo block, Bytes content) {
        return new ClassicImage(type, bytes.with(block.value() * ClassicType.BLOCK_LENGTH, content));
    }
}
