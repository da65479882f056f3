package io.github.tagsmith.classic.picc;

import io.github.tagsmith.classic.crypto1.Nonce;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.ManufacturerBlock;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.picc.AirPicc;
import io.github.tagsmith.core.picc.StorageAnswer;
import io.github.tagsmith.core.picc.StoragePicc;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A MIFARE Classic card in software, at block level: the memory, authentication and access conditions of MF1S50yyX and
 * MF1S70yyX (data sheet sections 8.6 to 8.7), without the air interface. A refused command or a wrong key halts it until the
 * next reset.
 */
public final class ClassicPicc implements StoragePicc {

    private static final int UID_LENGTH = 4;

    /** The card names that readers put into the ATR, PC/SC part 3; hidden sectors do not show, Plus SL1 stands for 2K. */
    private static final Map<ClassicType, Integer> CARD_NAMES = Map.of(
            ClassicType.MINI, 0x0026,
            ClassicType.K1, 0x0001,
            ClassicType.K1_EV1_HIDDEN, 0x0001,
            ClassicType.K2, 0x0036,
            ClassicType.K4, 0x0002);

    private final Consumer<ClassicImage> changed;
    private final ClassicMake make;
    private Bytes uid;
    private ClassicImage image;
    private @Nullable Opened opened;
    private Optional<Bytes> transferBuffer = Optional.empty();
    private boolean halted;

    /** The sector that is authenticated for, and with which key. */
    private record Opened(SectorNo sector, KeyType type) {}

    /**
     * A card with a given content.
     *
     * @param image its memory; the UID is in block 0
     */
    public ClassicPicc(ClassicImage image) {
        this(ClassicMake.GENUINE, image, nowhere -> {});
    }

    /**
     * A card of some make, whose changes are stored somewhere.
     *
     * @param make what it is made of
     * @param image its memory; the UID is in block 0
     * @param changed told of the new memory after every write
     */
    public ClassicPicc(ClassicMake make, ClassicImage image, Consumer<ClassicImage> changed) {
        this.make = make;
        this.image = image;
        this.changed = changed;
        this.uid = uidOf(image);
    }

    private static Bytes uidOf(ClassicImage image) {
        Bytes block0 = image.block(new BlockNo(0));
        return ManufacturerBlock.decode(block0).uid().orElse(block0.slice(0, UID_LENGTH));
    }

    /** The same card, reset, whose changes are stored nowhere. */
    ClassicPicc copy() {
        return new ClassicPicc(make, image, nowhere -> {});
    }

    /**
     * Its memory as it is now.
     *
     * @return all blocks
     */
    public ClassicImage image() {
        return image;
    }

    @Override
    public Bytes uid() {
        return uid;
    }

    @Override
    public int atqa() {
        return image.type().atqa(uid.length());
    }

    @Override
    public int sak() {
        return image.type().sak();
    }

    @Override
    public int storageCardName() {
        return CARD_NAMES.getOrDefault(image.type(), 0);
    }

    /** A UID that was written counts from here on. */
    @Override
    public void reset() {
        uid = uidOf(image);
        halted = false;
        opened = null;
        transferBuffer = Optional.empty();
    }

    /** The nonces are those that the card's 16-bit register can make. */
    @Override
    public Optional<AirPicc> onAir(IntSupplier random) {
        reset();
        return Optional.of(new ClassicAir(this, () -> Nonce.successor(random.getAsInt(), 32)));
    }

    @Override
    public StorageAnswer authenticate(int block, KeyType type, Bytes key) {
        opened = null;
        if (halted || !exists(block)) {
            return halt();
        }
        SectorNo sector = new BlockNo(block).sector();
        int offset = type == KeyType.A ? TrailerParts.KEY_A : TrailerParts.KEY_B;
        if (!image.block(sector.trailer())
                .slice(offset, offset + TrailerParts.KEY_LENGTH)
                .equals(key)) {
            return halt();
        }
        opened = new Opened(sector, type);
        return StorageAnswer.ack();
    }

    private boolean exists(int block) {
        return block >= 0 && block < image.type().blockCount();
    }

    private StorageAnswer halt() {
        reset();
        halted = true;
        return StorageAnswer.silent();
    }

    /** The card answers "not allowed" and goes to halt. */
    private StorageAnswer refuse() {
        halt();
        return StorageAnswer.nak();
    }

    private Optional<SectorAccess> access(int block) {
        Opened present = opened;
        if (halted
                || present == null
                || !exists(block)
                || !new BlockNo(block).sector().equals(present.sector())) {
            return Optional.empty();
        }
        return SectorAccess.of(image.block(present.sector().trailer()));
    }

    private KeyType keyType() {
        Opened present = opened;
        if (present == null) {
            throw new IllegalStateException("not authenticated");
        }
        return present.type();
    }

    @Override
    public StorageAnswer read(int block) {
        if (halted) {
            return StorageAnswer.silent();
        }
        Optional<SectorAccess> access = access(block);
        if (access.isEmpty()) {
            return refuse();
        }
        BlockNo number = new BlockNo(block);
        if (number.isTrailer()) {
            return TrailerParts.shown(access.get(), keyType(), image.block(number))
                    .map(StorageAnswer::of)
                    .orElseGet(this::refuse);
        }
        return access.get().allowsData(AccessRule.READ, number.accessGroup(), keyType())
                ? StorageAnswer.of(image.block(number))
                : refuse();
    }

    @Override
    public StorageAnswer write(int block, Bytes data) {
        if (halted) {
            return StorageAnswer.silent();
        }
        Optional<SectorAccess> access = access(block);
        if (access.isEmpty() || (block == 0 && !make.isBlock0Writable())) {
            return refuse();
        }
        BlockNo number = new BlockNo(block);
        if (number.isTrailer()) {
            return TrailerParts.written(access.get(), keyType(), image.block(number), data)
                    .map(trailer -> store(number, trailer))
                    .orElseGet(this::refuse);
        }
        return access.get().allowsData(AccessRule.WRITE, number.accessGroup(), keyType())
                ? store(number, data)
                : refuse();
    }

    private StorageAnswer store(BlockNo block, Bytes data) {
        image = image.with(block, data);
        changed.accept(image);
        return StorageAnswer.ack();
    }

    @Override
    public StorageAnswer load(ValueOperation operation, int block, Bytes operand) {
        if (halted) {
            return StorageAnswer.silent();
        }
        AccessRule rule =
                operation == ValueOperation.INCREMENT ? AccessRule.INCREMENT : AccessRule.DECREMENT_RESTORE_TRANSFER;
        Optional<Bytes> value = allowedData(rule, block).flatMap(ValueArithmetic::checked);
        if (value.isEmpty()) {
            return refuse();
        }
        transferBuffer = Optional.of(ValueArithmetic.apply(operation, value.get(), operand));
        return StorageAnswer.ack();
    }

    @Override
    public StorageAnswer transfer(int block) {
        if (halted) {
            return StorageAnswer.silent();
        }
        Optional<Bytes> buffer = transferBuffer;
        if (buffer.isEmpty()
                || block == 0
                || allowedData(AccessRule.DECREMENT_RESTORE_TRANSFER, block).isEmpty()) {
            return refuse();
        }
        return store(new BlockNo(block), buffer.get());
    }

    private Optional<Bytes> allowedData(AccessRule rule, int block) {
        return access(block)
                .filter(access -> !new BlockNo(block).isTrailer())
                .filter(access -> access.allowsData(rule, new BlockNo(block).accessGroup(), keyType()))
                .map(access -> image.block(new BlockNo(block)));
    }
}
