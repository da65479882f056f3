package io.github.tagsmith.classic.ndef;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.Cancellation;
import io.github.tagsmith.classic.ClassicVectors;
import io.github.tagsmith.classic.ClassicVectors.Vector;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.Mad;
import io.github.tagsmith.classic.model.MadAid;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.picc.ClassicImage;
import io.github.tagsmith.classic.plan.Consent;
import io.github.tagsmith.classic.plan.PlanCard;
import io.github.tagsmith.classic.plan.PlanOptions;
import io.github.tagsmith.classic.plan.PlanRun;
import io.github.tagsmith.classic.plan.WritePlan;
import io.github.tagsmith.classic.plan.WritePlanner;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NdefContentTest {

    private static final Bytes UID = Bytes.fromHex("01020304");
    private static final List<ClassicKey> KEYS = List.of(ClassicKey.DELIVERY, ClassicKey.MAD, ClassicKey.NDEF);

    static Stream<Vector> runs() {
        return ClassicVectors.of("classic-ndef-tlv.json", "tlv")
                .filter(vector -> vector.text("end").equals("terminator"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("runs")
    void publishedRunsAreFoundAgain(Vector vector) {
        TlvArea area = TlvArea.parse(vector.bytes("data"));
        Bytes encoded = TlvArea.encode(area.tlvs());
        assertEquals(area, TlvArea.parse(encoded));
    }

    private static PlanCard formatted(ClassicType type, Mad before) throws NfcException {
        PlanCard card = new PlanCard(ClassicImage.delivered(type, UID));
        List<SectorNo> sectors = NdefContent.available(type, before);
        WritePlan plan = new WritePlanner(UID, card.dump(KEYS), PlanOptions.TRAILERS)
                .stage(NdefContent.sectors(sectors, ClassicKey.DELIVERY))
                .stage(NdefContent.directory(before, sectors, ClassicKey.DELIVERY))
                .plan();
        assertTrue(new PlanRun(card, each -> {}, new Cancellation())
                .execute(plan, Consent.ORDINARY)
                .isComplete());
        int firstOfMad = plan.steps().stream()
                .map(step -> step.block().sector().value())
                .toList()
                .indexOf(0);
        assertTrue(plan.steps().subList(0, firstOfMad).stream()
                .allMatch(step -> sectors.contains(step.block().sector())));
        return card;
    }

    private static void write(PlanCard card, Bytes message) throws NfcException {
        Dump known = card.dump(KEYS);
        NdefArea area = NdefArea.of(known).orElseThrow();
        WritePlan plan = new WritePlanner(UID, known, PlanOptions.DATA)
                .stage(NdefContent.message(area, message).orElseThrow())
                .plan();
        assertTrue(new PlanRun(card, each -> {}, new Cancellation())
                .execute(plan, Consent.ORDINARY)
                .isComplete());
    }

    @ParameterizedTest
    @CsvSource({
        "MINI, 0",
        "MINI, 190",
        "K1, 10",
        "K1, 254",
        "K1, 255",
        "K1, 716",
        "K2, 1000",
        "K4, 254",
        "K4, 3355",
        "K4, 3356"
    })
    void whatIsWrittenIsRead(ClassicType type, int length) throws NfcException {
        PlanCard card = formatted(type, Mad.empty(type));
        Bytes message = Bytes.repeat(length, 0xD1);
        write(card, message);
        NdefArea read = new NdefReading(card, type).read().orElseThrow();
        assertEquals(List.of(message), read.messages());
        assertEquals(read.sectors(), NdefArea.of(card.dump(KEYS)).orElseThrow().sectors());
        assertTrue(read.bytes().length() <= length + 4 + 15, "stops when satisfied");
    }

    @Test
    void sectorsOfOthersAreGapsAndStay() throws NfcException {
        Mad taken = Mad.empty(ClassicType.K4)
                .with(new SectorNo(2), new MadAid(0x4811))
                .with(new SectorNo(33), new MadAid(0x4811));
        PlanCard card = formatted(ClassicType.K4, taken);
        Bytes message = Bytes.repeat(2900, 7);
        write(card, message);
        NdefArea read = new NdefReading(card, ClassicType.K4).read().orElseThrow();
        assertEquals(List.of(message), read.messages());
        assertEquals(36, read.sectors().size());
        assertEquals(Bytes.zeros(48), card.image().bytes().slice(2 * 64, 2 * 64 + 48));
    }

    @Test
    void messageThatDoesNotFitIsRefused() throws NfcException {
        NdefArea area = NdefArea.of(
                        formatted(ClassicType.MINI, Mad.empty(ClassicType.MINI)).dump(KEYS))
                .orElseThrow();
        assertEquals(Optional.empty(), NdefContent.message(area, Bytes.zeros(191)));
    }

    @Test
    void readOnlyIsForGood() throws NfcException {
        PlanCard card = formatted(ClassicType.MINI, Mad.empty(ClassicType.MINI));
        Dump known = card.dump(KEYS);
        NdefArea area = NdefArea.of(known).orElseThrow();
        WritePlan plan = new WritePlanner(UID, known, PlanOptions.TRAILERS)
                .stage(NdefContent.readOnly(known, area.sectors()))
                .plan();
        assertTrue(plan.refusal(Consent.FORCED).isPresent());
        assertTrue(new PlanRun(card, each -> {}, new Cancellation())
                .execute(plan, Consent.UID_TYPED)
                .isComplete());
        assertEquals(
                Bytes.fromHex("D3F7D3F7D3F7078F0F43FFFFFFFFFFFF"), card.image().block(new SectorNo(1).trailer()));
    }
}
