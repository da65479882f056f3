package io.github.tagsmith.classic.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.classic.ReaderAccess;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.picc.ClassicImage;
import io.github.tagsmith.classic.picc.ClassicPicc;
import io.github.tagsmith.core.apdu.CountingChannel;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.StorageCard;
import io.github.tagsmith.core.dialect.Dialects;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.ShareMode;
import io.github.tagsmith.core.virtual.VirtualReader;
import io.github.tagsmith.core.virtual.VirtualSlot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many exchanges a whole card takes with each dialect: the table of classic.md section 9. */
class DumpExchangesTest {

    private static final Bytes UID = Bytes.fromHex("DEADBEEF");

    /** What a dump brought, and in how many exchanges. */
    private record Dumped(DumpResult result, int exchanges) {}

    private static Dumped dump(ClassicImage image, String firmware, String dialect) throws NfcException {
        VirtualSlot slot = VirtualSlot.of(firmware).orElseThrow();
        slot.present(new ClassicPicc(image));
        Card connected = new VirtualReader("test", slot).connect(ShareMode.SHARED);
        CountingChannel channel = new CountingChannel(connected);
        StorageCard card = new StorageCard(channel, Dialects.builtIn().required(dialect));
        ClassicType type = image.type();
        Dumper dumper =
                new Dumper(new ReaderAccess(connected, card::fresh), type, type.sectors(), (known, all, left) -> {});
        return new Dumped(dumper.dump(List.of(ClassicKey.DELIVERY), CardIdentity.NONE), channel.count());
    }

    private static int exchanges(ClassicType type, String firmware, String dialect) throws NfcException {
        ClassicImage image = ClassicImage.delivered(type, UID);
        Dumped dumped = dump(image, firmware, dialect);
        assertEquals(List.of(), dumped.result().incompleteBlocks());
        assertEquals(image.bytes(), dumped.result().dump().imageWithZeros());
        return dumped.exchanges();
    }

    @ParameterizedTest
    @CsvSource({
        "pcsc, 26, 81, 161, 297",
        "acr122u, 26, 81, 161, 297",
        "acr1252, 16, 49, 97, 121",
        "identiv, 26, 81, 161, 297",
        "identiv-utrust, 16, 49, 97, 233",
        "omnikey5x21, 26, 81, 161, 297",
        "omnikey5x22, 26, 81, 161, 297",
        "omnikey5023, 26, 81, 161, 297",
        "springcard, 26, 81, 161, 297",
        "feitian-r502, 26, 81, 161, 297",
        "cherry, 26, 81, 161, 297",
        "microsoft-nfc, 26, 81, 161, 297"
    })
    void oneKey(String id, int mini, int k1, int k2, int k4) throws NfcException {
        assertEquals(mini, exchanges(ClassicType.MINI, id, id));
        assertEquals(k1, exchanges(ClassicType.K1, id, id));
        assertEquals(k2, exchanges(ClassicType.K2, id, id));
        assertEquals(k4, exchanges(ClassicType.K4, id, id));
    }

    @Test
    void aReaderThatRefusesToReadManyBlocksIsAskedOnce() throws NfcException {
        assertEquals(81 + 2, exchanges(ClassicType.K1, "acr122u", "acr1252"), "a refusal, an authentication after it");
    }

    @Test
    void aReaderThatGivesFewerBlocksThanAskedForIsAskedOnce() throws NfcException {
        assertEquals(81 + 3, exchanges(ClassicType.K1, "identiv", "acr1252"), "and one more load to be negotiated");
    }

    @Test
    void aBlockThatTheKeyMayNotReadSplitsTheRun() throws NfcException {
        BlockNo trailer = new BlockNo(7);
        ClassicImage card = ClassicImage.delivered(ClassicType.K1, UID);
        ClassicImage locked = card.with(trailer, card.block(trailer).with(6, secondDataBlockLocked()));
        for (String id : List.of("identiv-utrust", "acr1252")) {
            Dumped dumped = dump(locked, id, id);
            assertEquals(List.of(new BlockNo(5)), dumped.result().incompleteBlocks());
            assertEquals(49 + 1, dumped.exchanges());
        }
    }

    /** Groups 0 and 2 at 000, group 1 at 111, the trailer at 001. Bytes: ~C2 ~C1, C1 ~C3, C3 C2. */
    private static Bytes secondDataBlockLocked() {
        int c1 = 0b0010;
        int c2 = 0b0010;
        int c3 = 0b1010;
        return Bytes.of((~c2 & 0xF) << 4 | (~c1 & 0xF), c1 << 4 | (~c3 & 0xF), c3 << 4 | c2);
    }
}
