package io.github.tagsmith.classic.plan;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.Cancellation;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.classic.model.ValueBlock;
import io.github.tagsmith.classic.picc.ClassicImage;
import io.github.tagsmith.classic.plan.BlockReport.Outcome;
import io.github.tagsmith.classic.plan.Finding.Weight;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanRunTest {

    private static final Bytes UID = Bytes.fromHex("01020304");
    private static final ClassicKey OTHER = ClassicKey.of("112233445566");

    private static ClassicImage delivered() {
        return ClassicImage.delivered(ClassicType.MINI, UID);
    }

    private static ClassicImage filled() {
        ClassicImage image = delivered();
        for (SectorNo sector : image.type().sectors()) {
            for (BlockNo block : sector.dataBlocks()) {
                image = block.value() == 0 ? image : image.with(block, Bytes.repeat(16, block.value()));
            }
            image = image.with(sector.trailer(), SectorTrailer.of(OTHER, Bytes.fromHex("787788C1"), OTHER));
        }
        return image;
    }

    private static WritePlan plan(PlanCard card, PlanOptions options, SortedMap<BlockNo, BlockContent> wanted)
            throws NfcException {
        return new WritePlanner(UID, card.dump(List.of(ClassicKey.DELIVERY, OTHER)), options)
                .stage(wanted)
                .plan();
    }

    private static ClassicImage withSector1(String access, Bytes block4) {
        return delivered()
                .with(new BlockNo(4), block4)
                .with(new BlockNo(7), SectorTrailer.of(ClassicKey.DELIVERY, Bytes.fromHex(access + "69"), OTHER));
    }

    /** Whenever the card leaves, the report names what is written, what may be, and what is not. */
    @ParameterizedTest
    @CsvSource({"0, false", "0, true", "1, true", "7, false", "13, true", "14, false", "16, true", "18, false"})
    void cardThatLeavesIsReportedTruly(int writes, boolean done) throws NfcException {
        PlanCard card = new PlanCard(delivered());
        ClassicImage start = card.image();
        WritePlan plan = plan(card, PlanOptions.TRAILERS, Wanted.of(Dump.ofImage(ClassicType.MINI, filled().bytes())));
        assertEquals(19, plan.steps().size());
        card.leavingAfter(writes, done);
        WriteReport report = new PlanRun(card, each -> {}, new Cancellation()).execute(plan, Consent.ORDINARY);
        assertTrue(report.interruption().isPresent());
        assertEquals(writes, report.count(Outcome.WRITTEN));
        assertEquals(1, report.count(Outcome.UNCERTAIN));
        assertEquals(18 - writes, report.count(Outcome.NOT_SENT));
        for (BlockReport block : report.blocks()) {
            Bytes real = card.image().block(block.block());
            Bytes after = filled().block(block.block());
            Bytes before = start.block(block.block());
            boolean changed = block.outcome() == Outcome.WRITTEN || (block.outcome() == Outcome.UNCERTAIN && done);
            assertEquals(changed ? after : before, real, block.toString());
        }
    }

    @Test
    void dataComesBeforeTrailers() throws NfcException {
        PlanCard card = new PlanCard(delivered());
        WritePlan plan = plan(card, PlanOptions.TRAILERS, Wanted.of(Dump.ofImage(ClassicType.MINI, filled().bytes())));
        List<Boolean> trailers =
                plan.steps().stream().map(step -> step.block().isTrailer()).toList();
        assertEquals(trailers.stream().sorted().toList(), trailers);
        assertFalse(plan.steps().toString().contains("112233"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FF07C0", "000000", "FFFFFF"})
    void accessBitsThatDoNotCheckAreNeverWritten(String access) throws NfcException {
        PlanCard card = new PlanCard(delivered());
        Bytes trailer = SectorTrailer.of(OTHER, Bytes.fromHex(access + "69"), OTHER);
        WritePlan plan = plan(card, PlanOptions.TRAILERS, Wanted.block(new BlockNo(7), trailer));
        for (Consent consent : Consent.values()) {
            assertFails(
                    ErrorKind.UNSAFE, () -> new PlanRun(card, each -> {}, new Cancellation()).execute(plan, consent));
        }
        assertEquals(0, card.writes());
        assertEquals(delivered(), card.image());
    }

    @Test
    void lossForGoodWantsTheUid() throws NfcException {
        PlanCard card = new PlanCard(delivered());
        Bytes trailer = SectorTrailer.of(OTHER, Bytes.fromHex("078F0F43"), OTHER);
        WritePlan plan = plan(card, PlanOptions.TRAILERS, Wanted.block(new BlockNo(7), trailer));
        assertFails(
                ErrorKind.UNSAFE,
                () -> new PlanRun(card, each -> {}, new Cancellation()).execute(plan, Consent.FORCED));
        assertTrue(new PlanRun(card, each -> {}, new Cancellation())
                .execute(plan, Consent.UID_TYPED)
                .isComplete());
        assertEquals(trailer, card.image().block(new BlockNo(7)));
    }

    @Test
    void purseIsLoadedWithKeyBAndPaidFromWithKeyA() throws NfcException {
        Bytes hundred = new ValueBlock(100, 4).encode();
        Bytes thirty = new ValueBlock(30, 4).encode();
        PlanOptions able = PlanOptions.DATA.withValueCommands(true);
        PlanCard both = new PlanCard(withSector1("08778F", hundred));
        WritePlan written = plan(both, able, Wanted.block(new BlockNo(4), thirty));
        assertEquals("[DATA block 4 with key B]", written.steps().toString());
        PlanCard onlyA = new PlanCard(withSector1("08778F", hundred));
        Dump known = onlyA.dump(List.of(ClassicKey.DELIVERY));
        WritePlan paid = new WritePlanner(UID, known, able)
                .stage(Wanted.block(new BlockNo(4), thirty))
                .plan();
        assertEquals("[DECREMENT block 4 with key A]", paid.steps().toString());
        assertTrue(new PlanRun(onlyA, each -> {}, new Cancellation())
                .execute(paid, Consent.ORDINARY)
                .isComplete());
        assertEquals(thirty, onlyA.image().block(new BlockNo(4)));
        WritePlan unable = new WritePlanner(UID, known, PlanOptions.DATA)
                .stage(Wanted.block(new BlockNo(4), thirty))
                .plan();
        assertEquals(Weight.STAYS, unable.findings().get(0).weight());
        assertEquals(
                "it may be written with key B, which is not known, by the card's present access bits",
                unable.findings().get(0).sentence());
    }

    @Test
    void readOnlyDataIsReachedThroughItsTrailerOnlyWhenThatIsWantedToo() throws NfcException {
        PlanCard card = new PlanCard(withSector1("0F078F", Bytes.zeros(16)));
        SortedMap<BlockNo, BlockContent> wanted = Wanted.delivery(ClassicType.MINI);
        wanted.put(new BlockNo(4), BlockContent.of(Bytes.repeat(16, 9)));
        WritePlan dataOnly = plan(card, PlanOptions.DATA, wanted);
        assertFalse(dataOnly.isComplete());
        WritePlan plan = plan(card, PlanOptions.TRAILERS, wanted);
        assertTrue(plan.isComplete(), plan.findings().toString());
        assertEquals(
                List.of(WriteStep.Kind.OPEN, WriteStep.Kind.DATA, WriteStep.Kind.TRAILER),
                plan.steps().stream().map(WriteStep::kind).toList());
        assertTrue(new PlanRun(card, each -> {}, new Cancellation())
                .execute(plan, Consent.ORDINARY)
                .isComplete());
        assertEquals(delivered().with(new BlockNo(4), Bytes.repeat(16, 9)), card.image());
    }

    @ParameterizedTest
    @CsvSource({
        "01020304040804006263646566676869,",
        "01020304050804006263646566676869, wrong check byte",
        "010203040488040062636465666768FF,",
        "01020304042004006263646566676869, SAK 20",
        "0401020304050688440062636465FFFF, UID of 7 bytes",
    })
    void block0IsWrittenOnlyIfItCanBeRight(String block0, String flaw) throws NfcException {
        PlanCard card = new PlanCard(delivered());
        WritePlan plan =
                plan(card, new PlanOptions(false, true, false), Wanted.block(new BlockNo(0), Bytes.fromHex(block0)));
        assertEquals(flaw == null ? 1 : 0, plan.steps().size());
        if (flaw != null) {
            Finding refusal = plan.refusal(Consent.UID_TYPED).orElseThrow();
            assertTrue(refusal.sentence().contains(flaw), refusal.sentence());
            return;
        }
        WriteReport report = new PlanRun(card, each -> {}, new Cancellation()).execute(plan, Consent.ORDINARY);
        assertEquals(Outcome.REFUSED, report.blocks().get(0).outcome(), "an ordinary card's block 0 is fixed");
    }

    @Test
    void unknownBytesAreNotInvented() throws NfcException {
        PlanCard card = new PlanCard(delivered());
        SortedMap<BlockNo, BlockContent> wanted = Wanted.delivery(ClassicType.MINI);
        wanted.put(new BlockNo(5), BlockContent.UNKNOWN);
        wanted.put(new BlockNo(7), BlockContent.UNKNOWN.with(6, Bytes.fromHex("787788C1")));
        WritePlan plan = plan(card, PlanOptions.TRAILERS, wanted);
        assertEquals(
                List.of(5, 7),
                plan.findings().stream().map(f -> f.block().value()).toList());
        assertTrue(plan.steps().isEmpty());
        SortedMap<BlockNo, BlockContent> completed = Wanted.withKeys(wanted, Optional.of(OTHER), Optional.of(OTHER));
        assertEquals(1, plan(card, PlanOptions.TRAILERS, completed).steps().size());
    }

    /** A step that has begun is finished and read back; no other one follows. */
    @Test
    void runThatIsCalledOffLeavesNothingUncertain() throws NfcException {
        PlanCard card = new PlanCard(delivered());
        WritePlan plan = plan(card, PlanOptions.TRAILERS, Wanted.of(Dump.ofImage(ClassicType.MINI, filled().bytes())));
        Cancellation cancellation = new Cancellation();
        List<BlockReport> seen = new ArrayList<>();
        WriteReport report = new PlanRun(
                        card,
                        done -> {
                            seen.add(done);
                            if (seen.size() == 5) {
                                cancellation.cancel();
                            }
                        },
                        cancellation)
                .execute(plan, Consent.ORDINARY);
        assertEquals(Optional.of(ErrorKind.CANCELLED), report.interruption().map(NfcException::kind));
        assertEquals(5, card.writes());
        assertEquals(5, report.count(Outcome.WRITTEN));
        assertEquals(14, report.count(Outcome.NOT_SENT));
        assertEquals("interrupted before it", report.blocks().get(18).reason());
    }

    @Test
    void sectorThatWasOpenedAndNotClosedIsNamed() throws NfcException {
        PlanCard card = new PlanCard(withSector1("0F078F", Bytes.zeros(16)));
        SortedMap<BlockNo, BlockContent> wanted = Wanted.delivery(ClassicType.MINI);
        wanted.put(new BlockNo(4), BlockContent.of(Bytes.repeat(16, 9)));
        WritePlan plan = plan(card, PlanOptions.TRAILERS, wanted);
        Cancellation cancellation = new Cancellation();
        WriteReport report =
                new PlanRun(card, done -> cancellation.cancel(), cancellation).execute(plan, Consent.ORDINARY);
        BlockReport last = report.blocks().get(2);
        assertEquals(Outcome.NOT_SENT, last.outcome());
        assertEquals("interrupted before it; sector 1 stays open, with transport access bits", last.reason());
    }

    /**
     * A blank 1K, single-block reader with two key slots. Data: one load, an authentication a sector, a write and a read a
     * block; trailers: an authentication, a write, an authentication with each key that is one, and a read, and a load
     * whenever none of the two slots holds the key.
     */
    @ParameterizedTest
    @CsvSource({
        "FFFFFFFFFFFF, FF0780, FFFFFFFFFFFF, 111", // trailers stay
        "FFFFFFFFFFFF, 787788, 112233445566, 192", // key A stays: both keys stay in the reader
        "112233445566, 787788, 112233445566, 192",
        "112233445566, FF0780, 112233445566, 176",
        "A0A1A2A3A4A5, 787788, 112233445566, 238" // three keys in two slots: a load for every authentication but the
        // first
    })
    void writesTakeFewExchanges(String keyA, String access, String keyB, int exchanges) throws NfcException {
        PlanCard card = new PlanCard(ClassicImage.delivered(ClassicType.K1, UID));
        ClassicImage wanted = card.image();
        for (SectorNo sector : wanted.type().sectors()) {
            for (BlockNo block : sector.dataBlocks()) {
                wanted = block.value() == 0 ? wanted : wanted.with(block, Bytes.repeat(16, block.value()));
            }
            wanted = wanted.with(
                    sector.trailer(),
                    SectorTrailer.of(ClassicKey.of(keyA), Bytes.fromHex(access + "69"), ClassicKey.of(keyB)));
        }
        WritePlan plan = plan(card, PlanOptions.TRAILERS, Wanted.of(Dump.ofImage(ClassicType.K1, wanted.bytes())));
        int before = card.exchanges();
        assertTrue(new PlanRun(card, each -> {}, new Cancellation())
                .execute(plan, Consent.ORDINARY)
                .isComplete());
        assertEquals(wanted, card.image());
        assertEquals(exchanges, card.exchanges() - before);
    }
}
