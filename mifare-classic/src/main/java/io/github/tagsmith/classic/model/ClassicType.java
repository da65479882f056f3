package io.github.tagsmith.classic.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sizes of MIFARE Classic, MF1S50yyX and MF1S70yyX data sheets section 8.6: sectors of 4 blocks, from sector 32 on of 16
 * blocks; blocks of 16 bytes.
 */
public enum ClassicType {
    /** 320 bytes, 5 sectors. */
    MINI("mini", 5, 0x0004, 0x09),
    /** 1024 bytes, 16 sectors. */
    K1("1k", 16, 0x0004, 0x08),
    /** 1024 bytes, and two hidden sectors 16 and 17 with the originality signature (EV1); 1152 bytes as an image. */
    K1_EV1_HIDDEN("1k-ev1-hidden", 18, 0x0004, 0x08),
    /** 2048 bytes, 32 sectors (Plus in security level 1; Classic 2K has SAK 19). */
    K2("2k", 32, 0x0004, 0x08),
    /** 4096 bytes, 40 sectors. */
    K4("4k", 40, 0x0002, 0x18);

    /** Bytes of one block. */
    public static final int BLOCK_LENGTH = 16;

    private static final int SEVEN_BYTE_UID = 0x0040;

    private final String id;
    private final int sectorCount;
    private final int atqa;
    private final int sak;

    ClassicType(String id, int sectorCount, int atqa, int sak) {
        this.id = id;
        this.sectorCount = sectorCount;
        this.atqa = atqa;
        this.sak = sak;
    }

    /**
     * The type with a name.
     *
     * @param id mini, 1k, 1k-ev1-hidden, 2k or 4k
     * @return the type, if there is one
     */
    public static Optional<ClassicType> ofId(String id) {
        for (ClassicType type : values()) {
            if (type.id.equals(id)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /**
     * The type of an image.
     *
     * @param bytes its size in bytes
     * @return the type, if one has this size
     */
    public static Optional<ClassicType> ofSize(int bytes) {
        for (ClassicType type : values()) {
            if (type.size() == bytes) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /**
     * Its name in files and on the command line.
     *
     * @return mini, 1k, 1k-ev1-hidden, 2k or 4k
     */
    public String id() {
        return id;
    }

    /**
     * How many sectors it has.
     *
     * @return 5 to 40
     */
    public int sectorCount() {
        return sectorCount;
    }

    /**
     * All sectors.
     *
     * @return in ascending order
     */
    public List<SectorNo> sectors() {
        List<SectorNo> sectors = new ArrayList<>();
        for (int number = 0; number < sectorCount; number++) {
            sectors.add(new SectorNo(number));
        }
        return List.copyOf(sectors);
    }

    /**
     * How many blocks it has.
     *
     * @return 20 to 256
     */
    public int blockCount() {
        return new SectorNo(sectorCount - 1).trailer().value() + 1;
    }

    /**
     * How large its image is.
     *
     * @return bytes
     */
    public int size() {
        return blockCount() * BLOCK_LENGTH;
    }

    /**
     * Its answer to request.
     *
     * @param uidLength 4 or 7
     * @return ATQA, most significant byte first
     */
    public int atqa(int uidLength) {
        return uidLength == 7 ? atqa | SEVEN_BYTE_UID : atqa;
    }

    /**
     * Its select acknowledge.
     *
     * @return SAK
     */
    public int sak() {
        return sak;
    }
}
