package io.github.tagsmith.classic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.dump.CardIdentity;
import io.github.tagsmith.classic.dump.DumpResult;
import io.github.tagsmith.classic.dump.Dumper;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.picc.ClassicImage;
import io.github.tagsmith.classic.picc.ClassicPicc;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.StorageCard;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.identify.StorageCardAtr;
import io.github.tagsmith.core.pcsc.PcscReaders;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.ShareMode;
import io.github.tagsmith.core.testing.PcscDaemon;
import io.github.tagsmith.core.testing.VpcdCard;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A software card behind a real PC/SC service, dumped through the native library; sample made-ndef-uri-1k.mfd. */
@ExtendWith(PcscDaemon.class)
class ClassicDumpIT {

    private static final List<ClassicKey> ALL_KEYS = List.of(ClassicKey.DELIVERY, ClassicKey.MAD, ClassicKey.NDEF);

    private static ClassicImage sample() throws Exception {
        try (InputStream in = ClassicDumpIT.class.getResourceAsStream("/samples/made-ndef-uri-1k.mfd")) {
            return new ClassicImage(
                    ClassicType.K1, Bytes.of(Objects.requireNonNull(in).readAllBytes()));
        }
    }

    private static DumpResult dump(ClassicImage image, List<ClassicKey> keys) throws Exception {
        try (PcscReaders readers = PcscReaders.open(Map.of())) {
            Reader reader = PcscDaemon.first(readers.list());
            try (VpcdCard offered = VpcdCard.present(new ClassicPicc(image), PcscDaemon.FIRST_PORT)) {
                Objects.requireNonNull(offered);
                return dump(reader, image.type(), keys);
            }
        }
    }

    private static DumpResult dump(Reader reader, ClassicType type, List<ClassicKey> keys) throws NfcException {
        assertTrue(reader.waitForCard(Duration.ofSeconds(10)).cardPresent());
        try (Card card = reader.connect(ShareMode.EXCLUSIVE)) {
            assertEquals(new StorageCardAtr(StorageCardAtr.ISO14443A_3, 0x0001).toAtr(), card.atr());
            StorageCard commands = new StorageCard(card);
            assertEquals(Bytes.fromHex("01020304"), commands.uid());
            return new Dumper(
                            new ReaderAccess(card, commands::fresh),
                            type,
                            type.sectors(),
                            (known, blocks, keysLeft) -> {})
                    .dump(keys, CardIdentity.ofUid(commands.uid()));
        }
    }

    @Test
    void dumpWithAllKeysIsTheImage() throws Exception {
        DumpResult result = dump(sample(), ALL_KEYS);
        assertEquals(Optional.empty(), result.interruption());
        assertEquals(List.of(), result.incompleteBlocks());
        assertEquals(sample().bytes(), result.dump().imageWithZeros());
    }

    @Test
    void sectorWhoseKeyIsMissingStaysUnknown() throws Exception {
        ClassicImage image = sample();
        BlockNo trailer = new BlockNo(23);
        ClassicKey secret = ClassicKey.of("5EC2E75EC2E7");
        Bytes changed = image.block(trailer).with(0, secret.reveal()).with(10, secret.reveal());
        DumpResult result = dump(image.with(trailer, changed), ALL_KEYS);
        assertEquals(
                List.of(20, 21, 22, 23),
                result.incompleteBlocks().stream().map(BlockNo::value).toList());
        for (int block = 0; block < 64; block++) {
            BlockNo number = new BlockNo(block);
            assertEquals(
                    block >= 20 && block <= 23 ? Optional.empty() : Optional.of(image.block(number)),
                    result.dump().block(number).whole());
        }
    }
}
