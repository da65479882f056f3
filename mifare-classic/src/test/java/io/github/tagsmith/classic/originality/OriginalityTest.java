package io.github.tagsmith.classic.originality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.classic.ClassicVectors;
import io.github.tagsmith.classic.ClassicVectors.Vector;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.classic.picc.ClassicImage;
import io.github.tagsmith.classic.plan.PlanCard;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures, held to the published pairs of classic-originality.json. */
class OriginalityTest {

    static Stream<Vector> signatures() {
        return ClassicVectors.of("classic-originality.json", "originality");
    }

    private static OriginalitySignature signature(Vector vector) {
        Bytes bytes = vector.bytes("signature");
        return new OriginalitySignature(bytes.slice(0, 16), bytes.slice(16));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("signatures")
    void publishedPairsAreJudgedRightly(Vector vector) {
        Signer signer = Arrays.stream(Signer.values())
                .filter(known -> known.publicKey().equals(vector.bytes("public_key")))
                .findFirst()
                .orElseThrow();
        assertEquals(vector.flag("valid"), signature(vector).isBy(signer, vector.bytes("uid")));
    }

    @Test
    void signatureIsReadFromTheHiddenSector() throws NfcException {
        Vector vector =
                signatures().filter(each -> each.flag("valid")).findFirst().orElseThrow();
        Bytes uid = vector.bytes("uid");
        Signer signer = signature(vector).signer(uid).orElseThrow();
        Bytes trailer = SectorTrailer.of(
                ClassicKey.of("75CCB59C9BED"), Bytes.fromHex("0F00FF69"), ClassicKey.of(signer.sectorKeyB()));
        ClassicImage image = ClassicImage.delivered(ClassicType.K1_EV1_HIDDEN, uid)
                .with(new BlockNo(69), signature(vector).r())
                .with(new BlockNo(70), signature(vector).s())
                .with(new BlockNo(71), trailer);
        assertEquals(Optional.of(signature(vector)), OriginalityReading.read(new PlanCard(image)));
        ClassicImage plain = ClassicImage.delivered(ClassicType.K1, uid);
        assertEquals(Optional.empty(), OriginalityReading.read(new PlanCard(plain)));
    }
}
