package io.github.tagsmith.core.identify;

import io.github.tagsmith.core.bytes.ByteCursor;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An answer to reset, ISO/IEC 7816-3 section 8.2.
 *
 * <pre>
 * TS T0 [TA1 TB1 TC1 TD1 [TA2 ...]] historical bytes [TCK]
 * </pre>
 *
 * @param bytes the whole ATR
 * @param interfaceBytes TA1, TB1 and so on, in the order in which they stand
 * @param protocols the T values named, in order; T=0 if none is
 * @param historical the historical bytes, 0 to 15
 * @param check whether there is a TCK and it is right
 * @param surplus bytes behind the end, which should be none
 */
public record Atr(
        Bytes bytes,
        List<InterfaceByte> interfaceBytes,
        List<Integer> protocols,
        Bytes historical,
        Check check,
        Bytes surplus) {

    /** The state of the check byte. */
    public enum Check {
        /** None, and none is needed (T=0 only). */
        ABSENT,
        /** There, and right. */
        RIGHT,
        /** There, and wrong. */
        WRONG,
        /** Needed, and not there. */
        MISSING
    }

    /**
     * One interface byte.
     *
     * @param name TA1, TB1, ... TD7
     * @param value 0 to 255
     */
    public record InterfaceByte(String name, int value) {}

    /**
     * Decodes an ATR.
     *
     * @param bytes at least TS and T0
     * @return its parts; a wrong TCK is reported in it, not refused
     * @throws NfcException {@code MALFORMED_INPUT} if it ends before its own lengths say, or does not start with TS
     */
    public static Atr parse(Bytes bytes) throws NfcException {
        ByteCursor cursor = new ByteCursor(bytes, "ATR");
        int ts = cursor.take();
        if (ts != 0x3B && ts != 0x3F) {
            throw NfcException.malformed(
                    String.format("not an ATR: TS at offset 0 is %02X, must be 3B (direct) or 3F (inverse)", ts));
        }
        int t0 = cursor.take();
        List<InterfaceByte> interfaceBytes = new ArrayList<>();
        List<Integer> protocols = new ArrayList<>();
        int present = t0 >> 4;
        for (int group = 1; present != 0; group++) {
            int next = 0;
            for (int bit = 0; bit < 4; bit++) {
                if ((present & 1 << bit) != 0) {
                    int value = cursor.take();
                    interfaceBytes.add(new InterfaceByte("T" + "ABCD".charAt(bit) + group, value));
                    if (bit == 3) {
                        protocols.add(value & 0x0F);
                        next = value >> 4;
                    }
                }
            }
            present = next;
        }
        if (protocols.isEmpty()) {
            protocols.add(0);
        }
        Bytes historical = cursor.take(t0 & 0x0F);
        Check check = check(bytes, cursor, protocols);
        return new Atr(
                bytes,
                Collections.unmodifiableList(interfaceBytes),
                Collections.unmodifiableList(protocols),
                historical,
                check,
                cursor.takeRest());
    }

    private static Check check(Bytes bytes, ByteCursor cursor, List<Integer> protocols) throws NfcException {
        if (protocols.stream().allMatch(protocol -> protocol == 0)) {
            return Check.ABSENT;
        }
        if (cursor.remaining() == 0) {
            return Check.MISSING;
        }
        int tck = cursor.take();
        return bytes.slice(1, cursor.offset() - 1).xorSum() == tck ? Check.RIGHT : Check.WRONG;
    }

    /**
     * Whether all bytes are accounted for.
     *
     * @return false if bytes are left over or TCK is missing
     */
    public boolean lengthIsRight() {
        return surplus.isEmpty() && check != Check.MISSING;
    }

    /**
     * What is wrong with it as a whole.
     *
     * @return one sentence about the check byte or the length, if one of them is wrong
     */
    public Optional<String> fault() {
        int end = bytes.length() - surplus.length();
        return switch (check) {
            case WRONG ->
                Optional.of(String.format(
                        "the check byte TCK at offset %d is %02X, must be %02X",
                        end - 1, bytes.get(end - 1), bytes.slice(1, end - 1).xorSum()));
            case MISSING -> Optional.of("the ATR ends at offset " + end + ", where its check byte TCK should be");
            case ABSENT, RIGHT ->
                surplus.isEmpty()
                        ? Optional.empty()
                        : Optional.of("the ATR goes on at offset " + end + ", where by its own lengths it ends");
        };
    }

    /**
     * The value of an interface byte.
     *
     * @param name TA1 and so on
     * @return its value, if it is there
     */
    public OptionalInt interfaceByte(String name) {
        return interfaceBytes.stream()
                .filter(b -> b.name().equals(name))
                .mapToInt(InterfaceByte::value)
                .findFirst();
    }

    /**
     * What a contactless reader says of a storage card in the historical bytes.
     *
     * @return that, if this is the ATR of a storage card
     */
    public Optional<StorageCardAtr> storageCard() {
        return StorageCardAtr.of(historical);
    }
}
