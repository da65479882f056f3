package io.github.tagsmith.classic.crypto1;

import io.github.tagsmith.classic.model.ClassicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A list of keys, stored so that 64 of them are checked at once against a recorded authentication: as 64 ciphers side by side,
 * number i of the words of a slice being bit i of the 64 registers. The registers have made the 32 clocks of UID xor nt
 * already, with zeros going in: the register is linear, so what really goes in is added when that is known.
 */
public final class SlicedKeys {

    private static final int LANES = BitMatrix.SIZE;
    private static final int REGISTER = 48;
    private static final int WORD = 32;

    private final long[] registers;
    private final long[] slices;
    private final int size;

    private SlicedKeys(long[] registers, long[] slices) {
        this.registers = registers;
        this.slices = slices;
        this.size = registers.length;
    }

    /**
     * Stores keys.
     *
     * @param keys the keys, in any number
     * @return the same keys, sliced
     */
    public static SlicedKeys of(List<ClassicKey> keys) {
        return ofRegisters(keys.stream().mapToLong(Crypto1::register).toArray());
    }

    static SlicedKeys ofRegisters(long[] keys) {
        int count = (keys.length + LANES - 1) / LANES;
        long[] slices = new long[count * REGISTER];
        long[] rows = new long[REGISTER + WORD];
        for (int slice = 0; slice < count; slice++) {
            int first = slice * LANES;
            int present = Math.min(LANES, keys.length - first);
            System.arraycopy(keys, first, rows, 0, present);
            Arrays.fill(rows, present, LANES, 0);
            BitMatrix.transpose(rows);
            for (int clock = 0; clock < WORD; clock++) {
                rows[clock + REGISTER] = Feedback.lanes(rows, clock);
            }
            System.arraycopy(rows, WORD, slices, slice * REGISTER, REGISTER);
        }
        return new SlicedKeys(keys.clone(), slices);
    }

    /**
     * How many keys there are.
     *
     * @return the number
     */
    public int size() {
        return size;
    }

    /**
     * The keys that a reader may have used. In a nested authentication what goes into the register depends on the key from the
     * first clock on, so that nothing is prepared for it and the keys are checked one by one.
     *
     * @param authentication what was heard
     * @return their indices in the list, ascending; more than one only by a chance of one in 2^32, or where a key is in the
     *     list twice
     */
    public List<Integer> find(RecordedAuthentication authentication) {
        if (authentication.nested()) {
            return IntStream.range(0, size)
                    .filter(i -> authentication.fits(registers[i]))
                    .boxed()
                    .toList();
        }
        SlicedCheck check = new SlicedCheck(authentication);
        List<Integer> found = new ArrayList<>();
        for (int first = 0; first < size; first += LANES) {
            long lanes = check.fitting(slices, first / LANES * REGISTER);
            for (; lanes != 0; lanes &= lanes - 1) {
                int index = first + Long.numberOfTrailingZeros(lanes);
                if (index < size) {
                    found.add(index);
                }
            }
        }
        return found;
    }
}
