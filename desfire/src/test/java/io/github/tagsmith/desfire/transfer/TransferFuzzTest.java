package io.github.tagsmith.desfire.transfer;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.channel.FrameLimits;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A card that answers at random: the bytes that were asked for, as many, or a typed error, and no end of exchanges. */
class TransferFuzzTest {

    private static final long SEED = 20_261_126L;
    private static final int ROUNDS = 3000;
    private static final List<TransferForm> FORMS = List.of(TransferForm.values());
    private static final int MOST_EXCHANGES = 2400;
    private static final List<String> STATUSES =
            List.of("9100", "9100", "9000", "91AF", "911C", "917E", "6700", "6D00", "6A82", "91BE", "");

    private final Random random = new Random(SEED);
    private final RandomSource bytes = RandomSource.of(random);

    private Bytes frame() {
        int length = random.nextInt(3) == 0 ? random.nextInt(300) : 16;
        return bytes.next(length).plus(Bytes.fromHex(STATUSES.get(random.nextInt(STATUSES.size()))));
    }

    @Test
    void randomAnswers() {
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ApduChannel card = sent -> frame();
            DesfireChannel channel = DesfireChannel.over(card);
            if (random.nextBoolean()) {
                channel.setLimits(FrameLimits.SHORT.extended(512));
            }
            Optional<TransferForm> form =
                    random.nextBoolean() ? Optional.empty() : Optional.of(FORMS.get(random.nextInt(FORMS.size())));
            FileTransfer transfer = new FileTransfer(channel, new CardForms(), form);
            int length = random.nextBoolean() ? 16 : 1 + random.nextInt(2000);
            FileNo file = new FileNo(random.nextInt(32));
            int offset = random.nextInt(400);
            int what = random.nextInt(3);
            try {
                switch (what) {
                    case 0 -> {
                        Bytes data = transfer.read(file, offset, length, CommMode.PLAIN);
                        assertTrue(data.length() == length, () -> data.length() + " bytes, not " + length);
                        read++;
                    }
                    case 1 -> transfer.write(file, offset, bytes.next(length), CommMode.PLAIN);
                    default -> transfer.readRecords(file, offset, 1 + random.nextInt(20), 16, CommMode.PLAIN);
                }
            } catch (NfcException expected) {
                assertNotNull(expected.getMessage());
            } catch (RuntimeException unexpected) {
                throw new AssertionError("seed " + SEED + ", round " + round, unexpected);
            }
            assertTrue(channel.exchanges() <= MOST_EXCHANGES, () -> channel.exchanges() + " exchanges");
        }
        assertTrue(read > 0, "nothing was ever read");
    }
}
