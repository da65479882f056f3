package io.github.tagsmith.desfire.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.command.Chaining;
import io.github.tagsmith.desfire.command.Extent;
import io.github.tagsmith.desfire.command.IsoCommands;
import io.github.tagsmith.desfire.command.ReadData;
import io.github.tagsmith.desfire.command.WriteData;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DfName;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.picc.DesfirePicc;
import io.github.tagsmith.desfire.picc.FactoryCards;
import io.github.tagsmith.desfire.sm.MemoryKey;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Enciphered writing and reading for a long time, without more memory at the end than after a tenth of it. {@code
 * -Dtagsmith.soak.exchanges=N} sets for how long.
 */
class SoakTest {

    private static final int EXCHANGES = Integer.getInteger("tagsmith.soak.exchanges", 20_000);
    private static final long MOST_GROWTH = 8L << 20;
    private static final FileNo PROPRIETARY = new FileNo(3);
    private static final KeyNo READ_WRITE = new KeyNo(3);
    private static final int COMMANDS_OF_A_SESSION = 10_000;

    @Test
    void memoryDoesNotGrow() throws NfcException {
        RandomSource random = RandomSource.of(new Random(7));
        DesfirePicc card = new DesfirePicc(
                FactoryCards.delivered(CardGeneration.NTAG_424, Bytes.fromHex("04112233445566")), random);
        DesfireChannel channel = DesfireChannel.over(card::answer);
        channel.transmit(IsoCommands.select(DfName.NDEF));
        long start = System.nanoTime();
        long early = 0;
        int sinceAuthentication = COMMANDS_OF_A_SESSION;
        while (channel.exchanges() < EXCHANGES) {
            if (sinceAuthentication >= COMMANDS_OF_A_SESSION) {
                MemoryKey key = new MemoryKey(DesfireKey.zero(KeyAlgorithm.AES), random);
                channel.authenticate(AuthenticationMethod.EV2, READ_WRITE, key);
                sinceAuthentication = 0;
            }
            Bytes data = random.next(16);
            channel.send(new WriteData(PROPRIETARY, 0, data, CommMode.FULL, Chaining.ISO));
            Extent extent = new Extent(0, data.length());
            assertEquals(data, channel.send(new ReadData(PROPRIETARY, extent, CommMode.FULL, Chaining.ISO)));
            sinceAuthentication += 2;
            if (early == 0 && channel.exchanges() >= EXCHANGES / 10) {
                early = usedMemory();
            }
        }
        long seconds = Math.max(1, (System.nanoTime() - start) / 1_000_000_000);
        long growth = usedMemory() - early;
        System.out.println(channel.exchanges() + " exchanges in " + seconds + " s, memory " + growth + " bytes more");
        assertTrue(growth < MOST_GROWTH, () -> growth + " bytes more than after a tenth of the exchanges");
    }

    private static long usedMemory() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
