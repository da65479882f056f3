package io.github.tagsmith.classic;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.keys.KeyMap;
import io.github.tagsmith.classic.keys.KeySearch;
import io.github.tagsmith.classic.keys.KeysFound;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.picc.ClassicImage;
import io.github.tagsmith.classic.picc.ClassicPicc;
import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.apdu.CountingChannel;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.contactless.StorageCard;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.ShareMode;
import io.github.tagsmith.core.virtual.VirtualReader;
import io.github.tagsmith.core.virtual.VirtualSlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeySearchTest {

    private static int cost(ClassicType type, KeyMap remembered, List<ClassicKey> keys, KeyMap into)
            throws NfcException {
        VirtualSlot slot = new VirtualSlot();
        slot.present(new ClassicPicc(ClassicImage.delivered(type, Bytes.fromHex("01020304"))));
        try (Card card = new VirtualReader("test", slot).connect(ShareMode.SHARED)) {
            CountingChannel counting = new CountingChannel(card);
            KeyMap found = new KeySearch(
                            new ReaderAccess(card, () -> new StorageCard(counting)),
                            type.sectors(),
                            (map, left) -> {},
                            new Cancellation())
                    .search(remembered, keys)
                    .keys();
            for (SectorNo sector : type.sectors()) {
                for (KeyType keyType : KeyType.values()) {
                    found.get(sector, keyType).ifPresent(key -> into.put(sector, keyType, key));
                }
            }
            return counting.count();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ClassicType.class,
            names = {"MINI", "K1", "K2", "K4"})
    void keyThatFitsNowhereCostsOneLoadAndTwoAuthenticationsASector(ClassicType type) throws NfcException {
        int sectors = type.sectorCount();
        KeyMap none = new KeyMap();
        List<ClassicKey> keys = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            keys.add(ClassicKey.of(Bytes.bigEndian(i, 6)));
            assertEquals(i * (1 + 2 * sectors), cost(type, new KeyMap(), keys, none));
        }
        KeyMap found = new KeyMap();
        keys.add(ClassicKey.DELIVERY);
        assertEquals(5 * (1 + 2 * sectors) + 1 + 2 * sectors, cost(type, new KeyMap(), keys, found));
        assertEquals(2 * sectors, found.size());
        assertTrue(cost(type, found, keys, none) <= 1 + 2 * sectors, "remembered keys come first");
    }

    /** What happens to a search while an exchange is under way; before the first one if that is 0. */
    private interface Disturbance {
        void happen(Cancellation cancellation, VirtualSlot slot);
    }

    private static KeysFound disturbedDuring(int exchange, Disturbance disturbance) throws NfcException {
        VirtualSlot slot = new VirtualSlot();
        slot.present(new ClassicPicc(ClassicImage.delivered(ClassicType.MINI, Bytes.fromHex("01020304"))));
        try (Card card = new VirtualReader("test", slot).connect(ShareMode.SHARED)) {
            Cancellation cancellation = new Cancellation();
            CountingChannel counting = new CountingChannel(card);
            if (exchange == 0) {
                disturbance.happen(cancellation, slot);
            }
            ApduChannel channel = command -> {
                if (counting.count() + 1 == exchange) {
                    disturbance.happen(cancellation, slot);
                }
                return counting.transmit(command);
            };
            ReaderAccess access = new ReaderAccess(card, () -> new StorageCard(channel));
            return new KeySearch(access, ClassicType.MINI.sectors(), (map, left) -> {}, cancellation)
                    .search(new KeyMap(), List.of(ClassicKey.DELIVERY));
        }
    }

    private static KeysFound cancelledDuring(int exchange) throws NfcException {
        return disturbedDuring(exchange, (cancellation, slot) -> cancellation.cancel());
    }

    private static KeysFound removedDuring(int exchange) throws NfcException {
        return disturbedDuring(exchange, (cancellation, slot) -> slot.remove());
    }

    @Test
    void cardThatLeavesLeavesTheKeysThatWereFound() throws NfcException {
        KeysFound found = removedDuring(6);
        assertEquals(Optional.of(ErrorKind.CARD_REMOVED), found.interruption().map(NfcException::kind));
        assertEquals(4, found.keys().size(), "two sectors; the third was not answered");
        assertFails(ErrorKind.CARD_REMOVED, () -> removedDuring(2));
    }

    @Test
    void searchThatIsCalledOffKeepsWhatItFound() throws NfcException {
        KeysFound found = cancelledDuring(4);
        assertEquals(Optional.of(ErrorKind.CANCELLED), found.interruption().map(NfcException::kind));
        assertEquals(4, found.keys().size(), "two sectors, key A by search and key B by reading");
        KeyMap before = new KeyMap();
        before.put(new SectorNo(4), KeyType.A, ClassicKey.MAD);
        assertEquals(5, found.over(before).size(), "a search that ended early does not make one forget");
        assertEquals(Optional.empty(), cancelledDuring(11).interruption());
        assertFails(ErrorKind.CANCELLED, () -> cancelledDuring(0));
    }
}
