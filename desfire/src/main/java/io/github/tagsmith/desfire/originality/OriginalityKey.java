package io.github.tagsmith.desfire.originality;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/** NXP's public keys, one a product: points of secp224r1, uncompressed. Source: originality.json of the vectors. */
public enum OriginalityKey {
    /** DESFire EV1 and NTAG 413 DNA. */
    DESFIRE_EV1(
            "DESFire EV1 / NTAG 413 DNA",
            "04BB5D514F7050025C7D0F397310360EEC91EAF792E96FC7E0F496CB4E669D414F877B7B27901FE67C2E3B33CD39D1C797715189AC951C2ADD"),
    /** DESFire EV2. */
    DESFIRE_EV2(
            "DESFire EV2",
            "04B304DC4C615F5326FE9383DDEC9AA892DF3A57FA7FFB3276192BC0EAA252ED45A865E3B093A3D0DCE5BE29E92F1392CE7DE321E3E5C52B3A"),
    /** DESFire EV2 XL. */
    DESFIRE_EV2_XL(
            "DESFire EV2 XL",
            "04CD5D45E50B1502F0BA4656FF37669597E7E183251150F9574CC8DA56BF01C7ABE019E29FEA48F9CE22C3EA4029A765E1BC95A89543BAD1BC"),
    /** DESFire EV3. */
    DESFIRE_EV3(
            "DESFire EV3",
            "041DB46C145D0A36539C6544BD6D9B0AA62FF91EC48CBC6ABAE36E0089A46F0D08C8A715EA40A63313B92E90DDC1730230E0458A33276FB743"),
    /** DESFire Light. */
    DESFIRE_LIGHT(
            "DESFire Light",
            "040E98E117AAA36457F43173DC920A8757267F44CE4EC5ADD3C54075571AEBBF7B942A9774A1D94AD02572427E5AE0A2DD36591B1FB34FCF3D"),
    /** NTAG 424 DNA. */
    NTAG_424_DNA(
            "NTAG 424 DNA",
            "048A9B380AF2EE1B98DC417FECC263F8449C7625CECE82D9B916C992DA209D68422B81EC20B65A66B5102A61596AF3379200599316A00A1410"),
    /** MIFARE Plus EV1. */
    MIFARE_PLUS_EV1(
            "MIFARE Plus EV1",
            "044409ADC42F91A8394066BA83D872FB1D16803734E911170412DDF8BAD1A4DADFD0416291AFE1C748253925DA39A5F39A1C557FFACD34C62E");

    private final String product;
    private final String point;

    OriginalityKey(String product, String point) {
        this.product = product;
        this.point = point;
    }

    /**
     * The point.
     *
     * @return 57 bytes
     */
    public Bytes point() {
        return Bytes.fromHex(point);
    }

    /**
     * Whether this key signed a UID.
     *
     * @param uid 4 or 7 bytes
     * @param signature r and s, 28 bytes each
     * @return true if so
     */
    public boolean signed(Bytes uid, Bytes signature) {
        return OriginalitySignature.isRight(Kept.POINTS.computeIfAbsent(this, Kept::decoded), uid, signature);
    }

    /**
     * Which of these keys signed a UID.
     *
     * @param uid 4 or 7 bytes
     * @param signature r and s, 28 bytes each
     * @return the key, if the signature is one of NXP's
     */
    public static Optional<OriginalityKey> ofSigner(Bytes uid, Bytes signature) {
        for (OriginalityKey key : values()) {
            if (key.signed(uid, signature)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** The product. */
    @Override
    public String toString() {
        return product;
    }

    /** Points that were used already: BouncyCastle hangs multiples of a point on it, which the next signature finds there. */
    private static final class Kept {

        static final Map<OriginalityKey, ECPublicKeyParameters> POINTS = new ConcurrentHashMap<>();

        static ECPublicKeyParameters decoded(OriginalityKey key) {
            return OriginalitySignature.key(key.point());
        }
    }
}
