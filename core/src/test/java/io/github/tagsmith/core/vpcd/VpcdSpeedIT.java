package io.github.tagsmith.core.vpcd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.pcsc.PcscReaders;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.ShareMode;
import io.github.tagsmith.core.testing.PcscDaemon;
import io.github.tagsmith.core.testing.VpcdCard;
import io.github.tagsmith.core.virtual.TinyStorageCard;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The driver writes in two segments; without quick acknowledges each exchange waits 40 ms for them. */
@ExtendWith(PcscDaemon.class)
class VpcdSpeedIT {

    private static final int EXCHANGES = 10_000;
    private static final long STALL_NANOS = Duration.ofMillis(35).toNanos();

    @Test
    void tenThousandExchangesDoNotStall() throws Exception {
        long[] nanos = new long[EXCHANGES];
        Bytes command = Bytes.fromHex("FFCA000000");
        Bytes expected = Bytes.fromHex("112233449000");
        VpcdCard inserted = VpcdCard.present(new TinyStorageCard(), PcscDaemon.SECOND_PORT);
        try (inserted;
                PcscReaders readers = PcscReaders.open(Map.of())) {
            Reader reader = PcscDaemon.second(readers.list());
            assertTrue(reader.waitForCard(Duration.ofSeconds(20)).cardPresent());
            try (Card card = reader.connect(ShareMode.EXCLUSIVE)) {
                for (int i = 0; i < EXCHANGES; i++) {
                    long start = System.nanoTime();
                    Bytes answer = card.transmit(command);
                    nanos[i] = System.nanoTime() - start;
                    assertEquals(expected, answer);
                }
            }
        }
        Arrays.sort(nanos);
        long stalls = Arrays.stream(nanos).filter(n -> n > STALL_NANOS).count();
        String figures = String.format(
                "median %d us, 99 %% below %d us, longest %d us, %d over 35 ms",
                nanos[EXCHANGES / 2] / 1000, nanos[EXCHANGES * 99 / 100] / 1000, nanos[EXCHANGES - 1] / 1000, stalls);
        assertTrue(nanos[EXCHANGES / 2] < Duration.ofMillis(10).toNanos(), figures);
        assertTrue(stalls < EXCHANGES / 100, figures);
    }
}
