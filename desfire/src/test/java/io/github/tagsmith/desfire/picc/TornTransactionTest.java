package io.github.tagsmith.desfire.picc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.AccessRights;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.FileAccess;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.picc.image.CardImage;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.picc.memory.CardState;
import io.github.tagsmith.desfire.picc.memory.FileSettings;
import io.github.tagsmith.desfire.picc.memory.TransactionMacFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A long random session with backup, value and record files, written by native and by ISO 7816-4 commands in an application with a
 * transaction MAC, torn after every single exchange, those in the middle of a chain included: afterwards the files are as the
 * last commit left them, all of them or none, and so are counter and value of the transaction MAC. What counts is what the card had
 * stored, so the card that comes back is read from its image. Keys are torn in TornSessionTest of the agreement.
 */
class TornTransactionTest {

    private static final long SEED = 424242L;
    private static final int EXCHANGES = 600;
    private static final Bytes SELECT = Bytes.fromHex("5A010000");
    private static final List<String> FILES = List.of(
            "CB0100EEEE500000",
            "CC0200EEEE00000000E803000064000000 01",
            "C10300EEEE040000320000",
            "C00400EEEE040000050000",
            "CC0500EEEE00000000E80300000000000000");
    private static final FileNo MAC_FILE = new FileNo(0x0F);
    private static final List<String> READS = List.of(
            "BD01000000000000",
            "6C02",
            "6C05",
            "BB03000000000000",
            "BB04000000000000",
            "F502",
            "F503",
            "F504",
            "BD0F000000000000");

    /** A card and the last state it stored. */
    private static final class Torn {
        private final DesfirePicc card;
        private CardState kept;

        Torn(CardState state) {
            kept = state;
            card = new DesfirePicc(state, RandomSource.of(new Random(1)), next -> kept = next);
        }
    }

    @Test
    void allOrNothing() throws NfcException {
        Torn whole = new Torn(prepared());
        List<Bytes> session = session(new Random(SEED));
        whole.card.answer(SELECT);
        String committed = content(prepared());
        int commits = 0;
        int open = 0;
        int iso = 0;
        for (Bytes exchange : session) {
            Bytes answer = whole.card.answer(exchange);
            if (exchange.get(0) == 0xC7 && answer.equals(Bytes.of(0))) {
                committed = content(whole.kept);
                commits++;
            }
            open += answer.equals(Bytes.of(0xAF)) ? 1 : 0;
            iso += exchange.get(0) == 0 && answer.equals(Bytes.fromHex("9000")) ? 1 : 0;
            assertEquals(committed, content(CardImage.read(CardImage.write(whole.kept))), "seed " + SEED);
        }
        assertTrue(
                commits > 20 && open > 20 && iso > 20, commits + " commits, " + open + " chains, " + iso + " by ISO");
    }

    /** The card itself, when the field goes and comes again. */
    @Test
    void theFieldGoesAfterEveryExchange() {
        List<Bytes> session = session(new Random(SEED)).subList(0, 150);
        for (int torn = 0; torn < session.size(); torn++) {
            Torn reset = new Torn(prepared());
            reset.card.answer(SELECT);
            session.subList(0, torn).forEach(reset.card::answer);
            reset.card.reset();
            reset.card.answer(SELECT);
            assertEquals(Bytes.of(0x0C), reset.card.answer(Bytes.of(0xC7)), "nothing is open after exchange " + torn);
            assertEquals(content(reset.kept), contentOf(reset.card), "after exchange " + torn + ", seed " + SEED);
        }
    }

    private static CardState prepared() {
        Reader reader = Reader.inApplication(CardGeneration.EV2);
        FILES.forEach(file -> reader.expect(file.replace(" ", ""), "00"));
        CardState state = reader.card().state();
        FileAccess access = FileAccess.of(CommMode.PLAIN, AccessRights.fromWire(Bytes.fromHex("F0EF")));
        Application application = state.applications().values().iterator().next();
        return state.with(application.with(
                MAC_FILE,
                TransactionMacFile.of(FileSettings.of(access, Optional.empty()), DesfireKey.zero(KeyAlgorithm.AES))));
    }

    private static String content(CardState state) {
        return contentOf(new DesfirePicc(state, RandomSource.of(new Random(1))));
    }

    private static String contentOf(DesfirePicc card) {
        StringBuilder all = new StringBuilder();
        card.answer(SELECT);
        for (String read : READS) {
            Bytes answer = card.answer(Bytes.fromHex(read));
            all.append(answer);
            while (answer.get(0) == 0xAF) {
                answer = card.answer(Bytes.of(0xAF));
                all.append(answer);
            }
            all.append('\n');
        }
        return all.toString();
    }

    private static List<Bytes> session(Random random) {
        List<Bytes> session = new ArrayList<>();
        while (session.size() < EXCHANGES) {
            int value = random.nextInt(20);
            switch (random.nextInt(13)) {
                case 0, 1 -> {
                    Bytes data = Bytes.repeat(80, random.nextInt(256));
                    session.add(Bytes.fromHex("3D01000000500000").plus(data.slice(0, 52)));
                    session.add(Bytes.of(0xAF).plus(data.slice(52)));
                }
                case 2 -> session.add(Bytes.fromHex("0C02").plus(Bytes.littleEndian(value, 4)));
                case 3 -> session.add(Bytes.fromHex("DC02").plus(Bytes.littleEndian(value, 4)));
                case 4 -> session.add(Bytes.fromHex("1C02").plus(Bytes.littleEndian(value, 4)));
                case 5 -> session.add(Bytes.fromHex("3B03000000040000").plus(Bytes.repeat(4, value)));
                case 6 -> session.add(Bytes.fromHex("3B04000000040000").plus(Bytes.repeat(4, value)));
                case 7 -> session.add(value == 0 ? Bytes.fromHex("EB04") : Bytes.fromHex("BD01000000000000"));
                case 8 -> session.add(Bytes.of(0xC7));
                case 9 -> session.add(Bytes.fromHex("00D6810003").plus(Bytes.repeat(3, value)));
                case 10 -> session.add(Bytes.fromHex("00E2001804").plus(Bytes.repeat(4, value)));
                case 11 -> session.add(Bytes.fromHex("B10502"));
                default -> session.add(value < 8 ? Bytes.of(0xA7) : value < 10 ? SELECT : Bytes.of(0xC7));
            }
        }
        return session;
    }
}
