package io.github.tagsmith.classic.dump;

import io.github.tagsmith.classic.CardAccess;
import io.github.tagsmith.classic.ReaderAccess;
import io.github.tagsmith.classic.keys.KeyMap;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.classic.picc.ClassicImage;
import io.github.tagsmith.classic.picc.ClassicPicc;
import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.apdu.CountingChannel;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.StorageCard;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.ShareMode;
import io.github.tagsmith.core.virtual.VirtualReader;
import io.github.tagsmith.core.virtual.VirtualReaders;
import io.github.tagsmith.core.virtual.VirtualSlot;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** A software card in an in-process reader, dumped through a counting channel. */
final class TestCard {

    final ClassicImage image;
    final VirtualSlot slot = new VirtualSlot();
    final Card card;
    private int exchanges;

    TestCard(ClassicImage image) throws NfcException {
        this.image = image;
        slot.present(new ClassicPicc(image));
        try (VirtualReaders readers = new VirtualReaders(new VirtualReader("test", slot))) {
            card = readers.list().get(0).connect(ShareMode.SHARED);
        }
    }

    /** Data that nobody takes for zeros, and the trailers of delivery. */
    static ClassicImage filled(ClassicType type) {
        ClassicImage image = ClassicImage.delivered(type, Bytes.fromHex("01020304"));
        Random random = new Random(type.size());
        for (SectorNo sector : type.sectors()) {
            for (BlockNo block : sector.dataBlocks()) {
                image = block.value() == 0 ? image : image.with(block, random(random, ClassicType.BLOCK_LENGTH));
            }
        }
        return image;
    }

    static Bytes random(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    static ClassicImage with(ClassicImage image, int sector, ClassicKey keyA, String access, ClassicKey keyB) {
        return image.with(
                new SectorNo(sector).trailer(),
                SectorTrailer.of(keyA, Bytes.fromHex(access).plus(Bytes.of(0x69)), keyB));
    }

    DumpResult dump(ClassicKey... keys) throws NfcException {
        return dump(channel -> channel, image.type().sectors(), List.of(keys));
    }

    DumpResult dump(UnaryOperator<ApduChannel> decorator, List<SectorNo> sectors, List<ClassicKey> keys)
            throws NfcException {
        return dump(decorator, sectors, new KeyMap(), keys);
    }

    DumpResult dump(KeyMap remembered, ClassicKey... keys) throws NfcException {
        return dump(channel -> channel, image.type().sectors(), remembered, List.of(keys));
    }

    private DumpResult dump(
            UnaryOperator<ApduChannel> decorator, List<SectorNo> sectors, KeyMap remembered, List<ClassicKey> keys)
            throws NfcException {
        CountingChannel counting = new CountingChannel(card);
        try {
            ApduChannel channel = decorator.apply(counting);
            CardAccess access = new ReaderAccess(card, () -> new StorageCard(channel));
            return new Dumper(access, image.type(), sectors, (known, blocks, keysLeft) -> {})
                    .dump(remembered, keys, CardIdentity.NONE);
        } finally {
            exchanges = counting.count();
        }
    }

    /** How many exchanges the last dump took. */
    int exchanges() {
        return exchanges;
    }
}
