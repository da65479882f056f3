package io.github.tagsmith.desfire.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.channel.FrameLimits;
import io.github.tagsmith.desfire.command.ApplicationParameters;
import io.github.tagsmith.desfire.command.CreateApplication;
import io.github.tagsmith.desfire.command.CreateFile;
import io.github.tagsmith.desfire.command.IsoCommands;
import io.github.tagsmith.desfire.command.SelectApplication;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.AccessRights;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.ApplicationKeys;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DfName;
import io.github.tagsmith.desfire.model.FileAccess;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.FileSettings;
import io.github.tagsmith.desfire.model.FileType;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeySettings;
import io.github.tagsmith.desfire.picc.DesfirePicc;
import io.github.tagsmith.desfire.picc.FactoryCards;
import io.github.tagsmith.desfire.picc.memory.CardState;
import io.github.tagsmith.desfire.sm.MemoryKey;
import io.github.tagsmith.desfire.transfer.CardForms;
import io.github.tagsmith.desfire.transfer.FileTransfer;
import io.github.tagsmith.desfire.transfer.TransferForm;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * 8 KiB read enciphered from the software card in the same process, framing, both sides' messaging and the card's own work
 * included: a file of 4 KiB twice, with LRP one of 128 bytes 64 times. The time that the card takes is counted apart. Seven blocks in turn, the median of the
 * last five, processor time. Run by the Maven profile {@code bench} only; kept results are in docs/performance-desfire.md.
 */
class FileReadBench {

    private static final int BLOCKS = 7;
    private static final int WARM_UP = 2;
    private static final int READS = 20;
    private static final int TOTAL = 8192;
    private static final Aid ANY = Aid.of("112233");
    private static final Bytes UID = Bytes.fromHex("04112233445566");

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Counts the card's time apart. */
    private static final class TimedCard {

        private final DesfirePicc card;
        private long nanos;

        TimedCard(CardState state) {
            card = new DesfirePicc(state, RandomSource.of(new Random(3)));
        }

        Bytes answer(Bytes command) {
            long start = THREADS.getCurrentThreadCpuTime();
            Bytes answer = card.answer(command);
            nanos += THREADS.getCurrentThreadCpuTime() - start;
            return answer;
        }
    }

    private record Case(
            String name,
            TimedCard card,
            DesfireChannel channel,
            FileNo file,
            int size,
            AuthenticationMethod method,
            KeyAlgorithm algorithm,
            KeyNo key,
            TransferForm form) {

        int read() throws NfcException {
            int before = channel.exchanges();
            FileTransfer transfer = new FileTransfer(channel, new CardForms(), Optional.of(form));
            for (int done = 0; done < TOTAL; done += size) {
                assertEquals(size, transfer.read(file, 0, size, CommMode.FULL).length());
            }
            return channel.exchanges() - before;
        }

        void authenticate() throws NfcException {
            MemoryKey zero = new MemoryKey(DesfireKey.zero(algorithm), RandomSource.of(new Random(4)));
            channel.authenticate(method, key, zero);
        }
    }

    private static Case created(
            CardGeneration generation, AuthenticationMethod method, KeyAlgorithm algorithm, TransferForm form)
            throws NfcException {
        TimedCard card = new TimedCard(FactoryCards.delivered(generation, UID));
        DesfireChannel channel = DesfireChannel.over(card::answer);
        channel.setLimits(FrameLimits.SHORT.extended(FrameLimits.LONGEST));
        channel.send(new SelectApplication(Aid.PICC));
        channel.send(new CreateApplication(
                ApplicationParameters.of(ANY, ApplicationKeys.of(KeySettings.FACTORY, 1, algorithm))));
        channel.send(new SelectApplication(ANY));
        FileNo file = new FileNo(1);
        FileAccess access = FileAccess.of(CommMode.FULL, AccessRights.fromWire(Bytes.fromHex("0000")));
        Case made = new Case(
                generation + ", " + method + " " + algorithm + ", " + form,
                card,
                channel,
                file,
                TOTAL / 2,
                method,
                algorithm,
                KeyNo.MASTER,
                form);
        made.authenticate();
        channel.send(new CreateFile(
                file, Optional.empty(), new FileSettings.Data(FileType.STANDARD, access, TOTAL / 2, Optional.empty())));
        return made;
    }

    private static Case lrp() throws NfcException {
        CardState delivered = FactoryCards.delivered(CardGeneration.NTAG_424, UID);
        TimedCard card = new TimedCard(delivered.with(delivered.configuration().withLrp()));
        DesfireChannel channel = DesfireChannel.over(card::answer);
        channel.transmit(IsoCommands.select(DfName.NDEF));
        Case made = new Case(
                "ntag424, LRP, SHORT",
                card,
                channel,
                new FileNo(3),
                128,
                AuthenticationMethod.LRP,
                KeyAlgorithm.AES,
                new KeyNo(3),
                TransferForm.SHORT);
        made.authenticate();
        return made;
    }

    private static List<Case> cases() throws NfcException {
        List<Case> cases = new ArrayList<>();
        CardGeneration ev1 = CardGeneration.EV1;
        cases.add(created(ev1, AuthenticationMethod.D40, KeyAlgorithm.TDEA_2, TransferForm.NATIVE));
        cases.add(created(ev1, AuthenticationMethod.ISO, KeyAlgorithm.TDEA_3, TransferForm.NATIVE));
        cases.add(created(ev1, AuthenticationMethod.AES, KeyAlgorithm.AES, TransferForm.NATIVE));
        for (CardGeneration newer : List.of(CardGeneration.EV2, CardGeneration.EV3)) {
            for (TransferForm form : List.of(TransferForm.NATIVE, TransferForm.SHORT, TransferForm.EXTENDED)) {
                cases.add(created(newer, AuthenticationMethod.EV2, KeyAlgorithm.AES, form));
            }
        }
        cases.add(lrp());
        return cases;
    }

    @Test
    void printsCosts() throws NfcException {
        List<Case> cases = cases();
        double[][] all = new double[cases.size()][BLOCKS];
        double[][] ours = new double[cases.size()][BLOCKS];
        int[] exchanges = new int[cases.size()];
        for (int block = 0; block < BLOCKS; block++) {
            for (int at = 0; at < cases.size(); at++) {
                Case one = cases.get(at);
                one.card().nanos = 0;
                long start = THREADS.getCurrentThreadCpuTime();
                for (int i = 0; i < READS; i++) {
                    exchanges[at] = one.read();
                }
                long nanos = THREADS.getCurrentThreadCpuTime() - start;
                all[at][block] = nanos / 1e6 / READS;
                ours[at][block] = (nanos - one.card().nanos) / 1e6 / READS;
                one.authenticate();
            }
        }
        for (int at = 0; at < cases.size(); at++) {
            System.out.printf(
                    Locale.ROOT,
                    "8 KiB, %-32s %3d exchanges, %6.2f ms, of that the reader %6.2f ms%n",
                    cases.get(at).name(),
                    exchanges[at],
                    median(all[at]),
                    median(ours[at]));
        }
    }

    private static double median(double[] blocks) {
        double[] last = Arrays.copyOfRange(blocks, WARM_UP, BLOCKS);
        Arrays.sort(last);
        return last[last.length / 2];
    }
}
