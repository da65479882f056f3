package io.github.tagsmith.classic.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.Cancellation;
import io.github.tagsmith.classic.ClassicVectors;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.classic.model.ValueBlock;
import io.github.tagsmith.classic.picc.ClassicImage;
import io.github.tagsmith.classic.plan.BlockReport.Outcome;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Random cards become other random cards, as far as rights and keys go. What the plan promises is what the card holds
 * afterwards, every write is read back, nothing is refused; and a plan that is refused sends no write.
 */
class RandomPlanTest {

    private final List<ClassicKey> pool = new ArrayList<>();
    private Random random = new Random();

    @ParameterizedTest(name = "{0}, seed {2}")
    @CsvSource({"MINI, 400, 11", "K1, 60, 12", "K2, 20, 13", "K4, 20, 14"})
    void cardHoldsWhatThePlanPromised(ClassicType type, int rounds, long seed) throws NfcException {
        random = new Random(seed);
        int refused = 0;
        int losses = 0;
        for (int round = 0; round < rounds; round++) {
            String where = "seed " + seed + " round " + round + " ";
            pool.clear();
            for (int i = 0; i < 5; i++) {
                pool.add(ClassicKey.of(bytes(ClassicKey.LENGTH)));
            }
            PlanCard card = new PlanCard(image(type));
            ClassicImage start = card.image();
            Dump known = card.dump(pool.subList(0, 3 + random.nextInt(3)));
            Dump wanted = Dump.ofImage(type, image(type).bytes());
            PlanOptions options = new PlanOptions(random.nextInt(4) != 0, false, random.nextBoolean());
            WritePlan plan = new WritePlanner(Bytes.zeros(4), known, options)
                    .stage(Wanted.of(wanted))
                    .plan();
            if (plan.refusal(Consent.ORDINARY).isPresent()) {
                assertThrows(
                        NfcException.class,
                        () -> new PlanRun(card, report -> {}, new Cancellation()).execute(plan, Consent.ORDINARY));
                assertEquals(0, card.writes(), where + "a refused plan wrote");
                assertEquals(start, card.image());
                refused++;
            }
            if (plan.refusal(Consent.UID_TYPED).isEmpty()) {
                losses++;
                WriteReport report = new PlanRun(card, done -> {}, new Cancellation()).execute(plan, Consent.UID_TYPED);
                assertTrue(report.interruption().isEmpty(), where + report);
                assertReadBack(plan, report, where);
                assertPromise(plan, start, card.image(), where);
            }
        }
        assertTrue(refused > 0 && losses > 0, refused + " refused, " + losses + " done");
    }

    /** Only a trailer that leaves no known key cannot be read back. */
    private static void assertReadBack(WritePlan plan, WriteReport report, String where) {
        for (BlockReport block : report.blocks()) {
            SectorState after = SectorState.of(plan.promised(), block.block().sector());
            boolean anyKey = after.canUse(KeyType.A) || after.canUse(KeyType.B);
            Outcome expected = anyKey ? Outcome.WRITTEN : Outcome.NOT_READ_BACK;
            if (block.kind() == WriteStep.Kind.TRAILER || anyKey) {
                assertEquals(expected, block.outcome(), where + block);
            }
        }
    }

    /** Where the promise knows a byte the card has it; where no step goes, nothing changes. */
    private static void assertPromise(WritePlan plan, ClassicImage start, ClassicImage end, String where) {
        List<BlockNo> touched = plan.steps().stream().map(WriteStep::block).toList();
        for (SectorNo sector : start.type().sectors()) {
            for (BlockNo block : sector.blocks()) {
                Bytes real = end.block(block);
                Bytes known = plan.promised().block(block).known();
                Bytes seen = real.xor(plan.promised().block(block).bytes());
                for (int i = 0; i < real.length(); i++) {
                    assertTrue(known.get(i) == 0 || seen.get(i) == 0, where + "block " + block + " byte " + i);
                }
                if (!touched.contains(block)) {
                    assertEquals(start.block(block), real, where + "block " + block + " was not planned");
                }
            }
        }
    }

    private Bytes bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    private ClassicImage image(ClassicType type) {
        ClassicImage image = ClassicImage.delivered(type, Bytes.fromHex("01020304"));
        for (SectorNo sector : type.sectors()) {
            for (BlockNo block : sector.dataBlocks()) {
                Bytes data = random.nextInt(3) == 0
                        ? new ValueBlock(random.nextInt(1000), 7).encode()
                        : random.nextInt(4) == 0 ? Bytes.zeros(16) : bytes(16);
                image = block.value() == 0 ? image : image.with(block, data);
            }
            List<Integer> conditions = random.nextInt(3) == 0
                    ? List.of(0, 0, 0, 1)
                    : random.ints(4, 0, 8).boxed().toList();
            Bytes access = ClassicVectors.access(conditions);
            if (random.nextInt(type.sectorCount() * 10) == 0) {
                access = access.xor(Bytes.of(0, 1, 0));
            }
            image = image.with(sector.trailer(), SectorTrailer.of(anyKey(), access.plus(bytes(1)), anyKey()));
        }
        return image;
    }

    private ClassicKey anyKey() {
        return pool.get(random.nextInt(pool.size()));
    }

    @Test
    void fourKilobyteCardIsRestoredOntoABlankOne() throws NfcException {
        random = new Random(4096);
        ClassicImage source = ClassicImage.delivered(ClassicType.K4, Bytes.fromHex("CAFEBABE"));
        for (SectorNo sector : source.type().sectors()) {
            for (BlockNo block : sector.dataBlocks()) {
                source = source.with(block, bytes(16));
            }
            Bytes trailer =
                    SectorTrailer.of(ClassicKey.of(bytes(6)), Bytes.fromHex("787788C1"), ClassicKey.of(bytes(6)));
            source = source.with(sector.trailer(), trailer);
        }
        PlanCard blank = new PlanCard(ClassicImage.delivered(ClassicType.K4, Bytes.fromHex("01020304")));
        Bytes block0 = blank.image().block(new BlockNo(0));
        WritePlan plan = new WritePlanner(
                        Bytes.zeros(4), blank.dump(List.of(ClassicKey.DELIVERY)), PlanOptions.TRAILERS)
                .stage(Wanted.of(Dump.ofImage(ClassicType.K4, source.bytes())))
                .plan();
        assertEquals(Optional.empty(), plan.refusal(Consent.ORDINARY));
        assertTrue(new PlanRun(blank, report -> {}, new Cancellation())
                .execute(plan, Consent.ORDINARY)
                .isComplete());
        assertEquals(source.with(new BlockNo(0), block0), blank.image());
        assertFalse(plan.steps().isEmpty());
    }
}
