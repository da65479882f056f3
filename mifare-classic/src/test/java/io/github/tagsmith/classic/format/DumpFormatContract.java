package io.github.tagsmith.classic.format;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.dump.CardIdentity;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.picc.ClassicImage;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every format of dump files keeps to: what it writes it reads back, what it cannot say it reports, and whatever a file
 * holds, reading it gives a dump or {@code MALFORMED_INPUT} with a place.
 */
abstract class DumpFormatContract {

    private static final Pattern PLACE = Pattern.compile("\\b(offset|line) \\d+");

    private final DumpFormat format;

    /** The contract for a format. */
    DumpFormatContract(DumpFormat format) {
        this.format = format;
    }

    /** Whether a card of this size can stand in a file. */
    boolean supports(ClassicType type) {
        return format.canHold(type);
    }

    /** A file with a dump; of a format that is only read, the test writes it. */
    DumpFormat.Encoded write(Dump dump) {
        return format.write(dump);
    }

    /** Whether a file may leave out sectors, so that a cut between two of them is not seen. */
    boolean sectorsMayBeMissing() {
        return false;
    }

    /** Whether the format is a text. */
    boolean isText() {
        return true;
    }

    private static Dump fullDump(ClassicType type, Random random) {
        Bytes delivered =
                ClassicImage.delivered(type, Bytes.fromHex("01020304")).bytes();
        byte[] image = delivered.toArray();
        for (int i = ClassicType.BLOCK_LENGTH; i < image.length; i++) {
            boolean trailer = new BlockNo(i / ClassicType.BLOCK_LENGTH).isTrailer();
            image[i] = trailer ? image[i] : (byte) random.nextInt();
        }
        return Dump.ofImage(type, Bytes.of(image));
    }

    /** Whole blocks, keys and single bytes are unknown. */
    private static Dump partialDump(ClassicType type, Random random) {
        Dump full = fullDump(type, random);
        List<BlockContent> blocks = new ArrayList<>(full.blocks());
        for (int block = 0; block < blocks.size(); block++) {
            switch (random.nextInt(6)) {
                case 0 -> blocks.set(block, BlockContent.UNKNOWN);
                case 1 -> blocks.set(block, blocks.get(block).without(0, 6));
                case 2 -> blocks.set(block, blocks.get(block).without(10, 6));
                case 3 -> blocks.set(block, blocks.get(block).without(random.nextInt(16), 1));
                default -> {}
            }
        }
        return new Dump(type, blocks, CardIdentity.NONE);
    }

    @ParameterizedTest
    @EnumSource(ClassicType.class)
    void fullDumpsComeBack(ClassicType type) throws NfcException {
        if (supports(type)) {
            Dump dump = fullDump(type, new Random(type.size()));
            DumpFormat.Encoded written = write(dump);
            assertEquals(List.of(), written.losses());
            Dump read = format.read(written.content());
            assertEquals(type, read.type());
            assertEquals(dump.blocks(), read.blocks());
        }
    }

    /** A format that can mark what is unknown gives it back; one that cannot says so, and gives the known bytes back. */
    @ParameterizedTest
    @EnumSource(ClassicType.class)
    void partialDumpsComeBackOrTheLossIsReported(ClassicType type) throws NfcException {
        if (supports(type)) {
            Dump dump = partialDump(type, new Random(type.size()));
            DumpFormat.Encoded written = write(dump);
            Dump read = format.read(written.content());
            assertEquals(type, read.type());
            if (written.losses().isEmpty()) {
                assertEquals(dump.blocks(), read.blocks());
            } else {
                for (int block = 0; block < dump.blocks().size(); block++) {
                    assertKnownBytesKept(dump.blocks().get(block), read.blocks().get(block));
                }
                written.losses().forEach(loss -> assertFalse(loss.isBlank()));
            }
        }
    }

    private static void assertKnownBytesKept(BlockContent before, BlockContent after) {
        for (int i = 0; i < ClassicType.BLOCK_LENGTH; i++) {
            if (before.known().get(i) != 0) {
                assertEquals(Optional.of(before.bytes().slice(i, i + 1)), after.part(i, 1));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ClassicType.class)
    void filesAreKnownByContentAndFormatByName(ClassicType type) throws NfcException {
        assertEquals(format.id(), DumpFormats.ofId(format.id()).orElseThrow().id());
        assertTrue(DumpFormats.ofFileName("a card." + format.endings().get(0)).isPresent());
        if (supports(type)) {
            Bytes content = write(fullDump(type, new Random(type.size()))).content();
            assertTrue(format.recognises(content));
            assertEquals(format.id(), DumpFormats.recognise(content).id());
        }
    }

    @Test
    void emptyFileIsMalformed() {
        assertMalformed(Bytes.EMPTY);
        assertPlace(assertFails(ErrorKind.MALFORMED_INPUT, () -> DumpFormats.read(Bytes.EMPTY)));
    }

    @Test
    void utf16IsNamed() throws NfcException {
        if (isText()) {
            Bytes content = write(fullDump(ClassicType.MINI, new Random(4))).content();
            String text = content.toText(StandardCharsets.UTF_8);
            for (Charset charset :
                    List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                Bytes wide = Bytes.of(text.getBytes(charset));
                assertPlace(assertFails(ErrorKind.MALFORMED_INPUT, () -> DumpFormats.read(wide)));
                String message = String.valueOf(assertMalformed(wide).getMessage());
                assertTrue(message.contains("UTF-16"), message);
            }
        }
    }

    /** Only what stands behind the last block may be missing. */
    @Test
    void fileThatIsCutAtAnyPlaceIsMalformed() throws NfcException {
        Dump dump = fullDump(ClassicType.MINI, new Random(1));
        Bytes content = write(dump).content();
        for (int length = 0; length < content.length(); length++) {
            Bytes cut = content.slice(0, length);
            Optional<Dump> read = readOrMalformed(cut);
            if (read.isPresent() && sectorsMayBeMissing()) {
                for (int block = 0; block < dump.blocks().size(); block++) {
                    BlockContent cutBlock = read.get().blocks().get(block);
                    assertTrue(
                            cutBlock.isUnknown()
                                    || cutBlock.equals(dump.blocks().get(block)),
                            "cut to " + length);
                }
            } else if (read.isPresent()) {
                assertEquals(dump.blocks(), read.get().blocks(), "cut to " + length);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ClassicType.class)
    void fileThatIsTooLongIsMalformed(ClassicType type) throws NfcException {
        if (supports(type)) {
            Bytes content = write(fullDump(type, new Random(2))).content();
            assertMalformed(content.plus(content).plus(content));
            assertMalformed(content.plus(Bytes.of(0x30)));
            assertMalformed(content.plus(Bytes.repeat(DumpFormats.MAX_FILE_SIZE - content.length(), 0x30)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {'g', 'O', ' ', '\t', '\n', 0x00, 0xC3, 0xFF, '?', '-', '"', ':'})
    void strangeCharacterAtAnyPlaceIsReadOrMalformed(int character) throws NfcException {
        Bytes content = write(fullDump(ClassicType.MINI, new Random(3))).content();
        for (int at = 0; at < content.length(); at++) {
            readOrMalformed(content.with(at, Bytes.of(character)));
        }
    }

    @Test
    void randomDamageIsReadOrMalformed() throws NfcException {
        long seed = Long.getLong("tagsmith.seed", 20261123);
        System.out.println(format.id() + ": random damage with -Dtagsmith.seed=" + seed);
        Random random = new Random(seed);
        List<Bytes> files = new ArrayList<>();
        for (ClassicType type : List.of(ClassicType.MINI, ClassicType.K1)) {
            files.add(write(fullDump(type, random)).content());
            files.add(write(partialDump(type, random)).content());
        }
        for (int round = 0; round < 2000; round++) {
            Bytes file = files.get(random.nextInt(files.size()));
            for (int times = 1 + random.nextInt(4); times > 0; times--) {
                file = damage(file, random);
            }
            Optional<Dump> read = readOrMalformed(file);
            if (read.isPresent()) {
                write(read.get());
            }
            DumpFormats.recognise(file.isEmpty() ? Bytes.of(0) : file);
        }
    }

    private static Bytes damage(Bytes file, Random random) {
        int at = random.nextInt(file.length() + 1);
        int end = Math.min(file.length(), at + 1 + random.nextInt(40));
        byte[] noise = new byte[random.nextInt(20)];
        random.nextBytes(noise);
        Bytes inserted = random.nextBoolean()
                ? Bytes.of(noise)
                : Bytes.of(Bytes.of(noise).toHex().getBytes(StandardCharsets.US_ASCII));
        return switch (random.nextInt(4)) {
            case 0 -> file.slice(0, at).plus(inserted).plus(file.slice(at));
            case 1 -> file.slice(0, at).plus(file.slice(end));
            case 2 -> file.slice(0, at).plus(file.slice(at, end)).plus(file.slice(at));
            default -> at == file.length() ? file : file.with(at, Bytes.of(file.get(at) ^ 1 << random.nextInt(8)));
        };
    }

    /** Reads a file that must be refused. */
    final NfcException assertMalformed(Bytes content) {
        return assertPlace(assertFails(ErrorKind.MALFORMED_INPUT, () -> format.read(content)));
    }

    private Optional<Dump> readOrMalformed(Bytes content) {
        try {
            return Optional.of(format.read(content));
        } catch (NfcException e) {
            assertEquals(ErrorKind.MALFORMED_INPUT, e.kind());
            assertPlace(e);
            return Optional.empty();
        }
    }

    private static NfcException assertPlace(NfcException e) {
        String message = String.valueOf(e.getMessage());
        assertTrue(PLACE.matcher(message).find(), message);
        return e;
    }
}
