package io.github.tagsmith.desfire.agreement;

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
import io.github.tagsmith.desfire.picc.memory.CardState;
import io.github.tagsmith.desfire.sm.MemoryKey;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Exchanges a second of the card in this process, on one thread: in clear the card alone, else client and card together, 16 bytes
 * written and read. Blocks of 300 ms of processor time, two to warm up and five timed ones, the median. Run by the Maven profile
 * {@code bench} only; kept results are in docs/performance-desfire.md.
 */
class CardBench {

    private static final Bytes UID = Bytes.fromHex("04112233445566");
    private static final int WARM_UP = 2;
    private static final int TIMED = 5;
    private static final long BLOCK_NANOS = 300_000_000L;
    private static final FileNo PROPRIETARY = new FileNo(3);
    private static final KeyNo READ_WRITE = new KeyNo(3);
    private static final int COMMANDS_OF_A_SESSION = 5_000;

    private final RandomSource random = RandomSource.of(new Random(7));

    /** Does some exchanges and says how many. */
    private interface Work {
        int run() throws NfcException;
    }

    private record Kernel(String name, Work work) {}

    private DesfirePicc card(boolean lrp) {
        CardState state = FactoryCards.delivered(CardGeneration.NTAG_424, UID);
        return new DesfirePicc(lrp ? state.with(state.configuration().withLrp()) : state, random);
    }

    private Kernel plain() {
        DesfirePicc card = card(false);
        card.answer(Bytes.fromHex("00A4040C07D276000085010100"));
        Bytes write = Bytes.fromHex("908D0000170200000010000000112233445566778899AABBCCDDEEFF00");
        Bytes read = Bytes.fromHex("90AD0000070200000010000000");
        return new Kernel("in clear, the card alone", () -> {
            for (int i = 0; i < 100; i++) {
                card.answer(write);
                card.answer(read);
            }
            return 200;
        });
    }

    private Kernel session(AuthenticationMethod method) throws NfcException {
        DesfirePicc card = card(method == AuthenticationMethod.LRP);
        DesfireChannel channel = DesfireChannel.over(card::answer);
        channel.transmit(IsoCommands.select(DfName.NDEF));
        MemoryKey key = new MemoryKey(DesfireKey.zero(KeyAlgorithm.AES), random);
        int[] left = {0};
        return new Kernel(method + ", client and card", () -> {
            int before = channel.exchanges();
            if (left[0] <= 0) {
                channel.authenticate(method, READ_WRITE, key);
                left[0] = COMMANDS_OF_A_SESSION;
            }
            channel.send(new WriteData(PROPRIETARY, 0, random.next(16), CommMode.FULL, Chaining.ISO));
            channel.send(new ReadData(PROPRIETARY, new Extent(0, 16), CommMode.FULL, Chaining.ISO));
            left[0] -= 2;
            return channel.exchanges() - before;
        });
    }

    private Kernel authentications(AuthenticationMethod method) throws NfcException {
        DesfirePicc card = card(method == AuthenticationMethod.LRP);
        DesfireChannel channel = DesfireChannel.over(card::answer);
        channel.transmit(IsoCommands.select(DfName.NDEF));
        MemoryKey key = new MemoryKey(DesfireKey.zero(KeyAlgorithm.AES), random);
        return new Kernel("authentication by " + method, () -> {
            channel.authenticate(method, READ_WRITE, key);
            return 2;
        });
    }

    @Test
    void printsALineForEachKernel() throws NfcException {
        List<Kernel> kernels = new ArrayList<>(List.of(plain()));
        for (AuthenticationMethod method : List.of(AuthenticationMethod.EV2, AuthenticationMethod.LRP)) {
            kernels.add(session(method));
            kernels.add(authentications(method));
        }
        double[][] rates = new double[kernels.size()][WARM_UP + TIMED];
        for (int block = 0; block < WARM_UP + TIMED; block++) {
            for (int i = 0; i < kernels.size(); i++) {
                rates[i][block] = rate(kernels.get(i).work());
            }
        }
        for (int i = 0; i < kernels.size(); i++) {
            double[] timed = Arrays.stream(rates[i]).skip(WARM_UP).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %10.0f exchanges/s (%.0f to %.0f)%n",
                    kernels.get(i).name(),
                    timed[TIMED / 2],
                    timed[0],
                    timed[TIMED - 1]);
        }
    }

    private static double rate(Work work) throws NfcException {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long end = start;
        long done = 0;
        while (end - start < BLOCK_NANOS) {
            done += work.run();
            end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }
        return done * 1e9 / (end - start);
    }
}
