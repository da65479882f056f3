package io.github.tagsmith.classic.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.classic.ClassicVectors;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.classic.picc.ClassicImage;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Cards with random access bits and keys: a dump knows exactly what the keys in the list allow, neither less nor more, and
 * it is the truth. What the keys allow is worked out from the published tables, without the code under test.
 */
class RandomCardDumpTest {

    @ParameterizedTest(name = "{0}, seed {2}")
    @CsvSource({"MINI, 300, 1", "K1, 60, 2", "K1_EV1_HIDDEN, 20, 3", "K2, 20, 4", "K4, 20, 5"})
    void dumpKnowsWhatTheKeysAllow(ClassicType type, int cards, long seed) throws NfcException {
        Random random = new Random(seed);
        for (int round = 0; round < cards; round++) {
            List<ClassicKey> pool = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                pool.add(ClassicKey.of(TestCard.random(random, ClassicKey.LENGTH)));
            }
            RandomCard made = RandomCard.of(type, pool, random);
            List<ClassicKey> known = new ArrayList<>(pool.subList(0, random.nextInt(pool.size() + 1)));
            Collections.shuffle(known, random);
            Dump dump = new TestCard(made.image())
                    .dump(known.toArray(ClassicKey[]::new))
                    .dump();
            for (SectorNo sector : type.sectors()) {
                for (BlockNo block : sector.blocks()) {
                    assertEquals(
                            made.allowed(block, known).toHex("??"),
                            dump.block(block).toHex("??"),
                            "seed " + seed + " card " + round + " block " + block);
                }
            }
        }
    }

    /** An image, and the conditions its access bits were made from; empty where they are damaged. */
    private record RandomCard(ClassicImage image, List<List<Integer>> conditions) {

        static RandomCard of(ClassicType type, List<ClassicKey> pool, Random random) {
            ClassicImage image = TestCard.filled(type);
            List<List<Integer>> all = new ArrayList<>();
            for (SectorNo sector : type.sectors()) {
                List<Integer> conditions = random.ints(4, 0, 8).boxed().toList();
                Bytes access = ClassicVectors.access(conditions);
                if (random.nextInt(10) == 0) {
                    conditions = List.of();
                    access = access.xor(Bytes.bigEndian(1L << random.nextInt(24), 3));
                }
                all.add(conditions);
                Bytes trailer = SectorTrailer.of(
                        pool.get(random.nextInt(pool.size())),
                        access.plus(Bytes.of(random.nextInt(256))),
                        pool.get(random.nextInt(pool.size())));
                image = image.with(sector.trailer(), trailer);
            }
            return new RandomCard(image, all);
        }

        /** What somebody with these keys can come to know of a block. */
        BlockContent allowed(BlockNo block, List<ClassicKey> keys) {
            Bytes trailer = image.block(block.sector().trailer());
            boolean hasA = keys.contains(ClassicKey.of(trailer.slice(0, 6)));
            boolean hasB = keys.contains(ClassicKey.of(trailer.slice(10)));
            List<Integer> bits = conditions.get(block.sector().value());
            boolean valid = !bits.isEmpty();
            boolean keyBIsData = valid && ClassicVectors.keyBReadable(bits.get(3));
            Bytes real = image.block(block);
            BlockContent content = BlockContent.UNKNOWN;
            if (block.isTrailer()) {
                content = hasA ? content.with(0, real.slice(0, 6)) : content;
                content = hasB || (hasA && keyBIsData) ? content.with(10, real.slice(10)) : content;
                return valid && (hasA || (hasB && !keyBIsData)) ? content.with(6, real.slice(6, 10)) : content;
            }
            int inSector = block.value() - block.sector().firstBlock().value();
            int group = block.sector().value() < 32 ? inSector : inSector / 5;
            boolean byA = valid && hasA && ClassicVectors.permits("data", bits.get(group), "read", KeyType.A);
            boolean byB =
                    valid && hasB && !keyBIsData && ClassicVectors.permits("data", bits.get(group), "read", KeyType.B);
            return byA || byB ? BlockContent.of(real) : content;
        }
    }
}
