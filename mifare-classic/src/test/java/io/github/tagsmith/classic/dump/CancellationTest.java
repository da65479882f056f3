package io.github.tagsmith.classic.dump;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.Cancellation;
import io.github.tagsmith.classic.ReaderAccess;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.apdu.CountingChannel;
import io.github.tagsmith.core.contactless.StorageCard;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A dump that is called off during some exchange. */
class CancellationTest {

    private static final int ALL = 26;

    private final Cancellation cancellation = new Cancellation();
    private final TestCard card = new TestCard(TestCard.filled(ClassicType.MINI));
    private final CountingChannel counting = new CountingChannel(card.card);

    CancellationTest() throws NfcException {}

    private DumpResult cancelledDuring(int exchange) throws NfcException {
        ApduChannel channel = command -> {
            if (counting.count() + 1 == exchange) {
                cancellation.cancel();
            }
            return counting.transmit(command);
        };
        ReaderAccess access = new ReaderAccess(card.card, () -> new StorageCard(channel));
        return new Dumper(access, ClassicType.MINI, ClassicType.MINI.sectors(), (known, all, left) -> {}, cancellation)
                .dump(List.of(ClassicKey.DELIVERY), CardIdentity.NONE);
    }

    @Test
    void noExchangeFollowsAndWhatWasReadIsThere() throws NfcException {
        DumpResult result = cancelledDuring(10);
        assertEquals(10, counting.count());
        assertEquals(Optional.of(ErrorKind.CANCELLED), result.interruption().map(NfcException::kind));
        assertEquals(
                TestCard.filled(ClassicType.MINI).bytes().slice(0, 64),
                result.dump().imageWithZeros().slice(0, 64));
        assertTrue(result.dump().block(result.incompleteBlocks().get(0)).isUnknown());
        assertEquals(20 - 7, result.incompleteBlocks().size(), "a load and two authentications are no blocks");
    }

    @Test
    void lastExchangeIsTooLate() throws NfcException {
        assertEquals(Optional.empty(), cancelledDuring(ALL).interruption());
    }

    @Test
    void nothingReadIsNoDump() {
        cancellation.cancel();
        assertFails(ErrorKind.CANCELLED, () -> cancelledDuring(0));
        assertEquals(0, counting.count());
    }
}
