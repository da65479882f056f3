package io.github.tagsmith.cli.input;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.picc.ClassicImage;
import io.github.tagsmith.classic.picc.ClassicMake;
import io.github.tagsmith.classic.picc.ClassicPicc;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.picc.HelloPicc;
import io.github.tagsmith.core.picc.Picc;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.CardGeneration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The software cards that {@code virtual:} and {@code emulate} know. */
public final class SoftwareCards {

    private static final Bytes UID = Bytes.of(0xDE, 0xAD, 0xBE, 0xEF);

    private static final Map<String, Classic> CLASSIC = Map.of(
            "classic-mini", new Classic(ClassicType.MINI, ClassicMake.GENUINE),
            "classic-1k", new Classic(ClassicType.K1, ClassicMake.GENUINE),
            "classic-1k-gen2", new Classic(ClassicType.K1, ClassicMake.GEN2),
            "classic-1k-ev1", new Classic(ClassicType.K1_EV1_HIDDEN, ClassicMake.GENUINE),
            "classic-2k", new Classic(ClassicType.K2, ClassicMake.GENUINE),
            "classic-4k", new Classic(ClassicType.K4, ClassicMake.GENUINE));

    private static final String HELLO = "hello";

    private SoftwareCards() {}

    private record Classic(ClassicType type, ClassicMake make) {

        ClassicPicc picc(ClassicImage image, Consumer<ClassicImage> changed) {
            return new ClassicPicc(make, image, changed);
        }
    }

    /**
     * A card to work with, and what is to be done when the work is over.
     *
     * @param picc the card
     * @param store stores its image where it is kept
     * @param made true if it was made for this command and never seen before
     */
    public record SoftwareCard(Picc picc, Store store, boolean made) {}

    /** Where a card is kept. */
    @FunctionalInterface
    public interface Store {

        /** For cards whose changes are discarded. */
        Store NOWHERE = () -> {};

        /**
         * Makes sure that every change so far is stored.
         *
         * @throws NfcException {@code FILE} if one is not
         */
        void save() throws NfcException;
    }

    /**
     * Makes the card that a specification names.
     *
     * @param spec KIND, KIND@FILE or FILE
     * @return the card
     * @throws NfcException if there is no such kind or file, or the file is malformed
     */
    public static SoftwareCard open(String spec) throws NfcException {
        return open(spec, RandomSource.secure(), true);
    }

    /**
     * Makes the card that a specification names, with nonces that are the same in every run: for tests, never for secrets.
     *
     * @param spec KIND, KIND@FILE or FILE of a DESFire card
     * @param seed what they are drawn from
     * @return the card
     * @throws NfcException if there is no such kind or file, the file is malformed, or the card draws nothing
     */
    public static SoftwareCard open(String spec, long seed) throws NfcException {
        return open(spec, RandomSource.of(new Random(seed)), false);
    }

    private static SoftwareCard open(String spec, RandomSource random, boolean any) throws NfcException {
        if (spec.isEmpty()) {
            throw noCard("no software card is named");
        }
        int at = spec.indexOf('@');
        String kind = at < 0 ? spec : spec.substring(0, at);
        Classic classic = CLASSIC.get(kind);
        if (classic != null || spec.equals(HELLO)) {
            require(any, spec);
        }
        if (classic != null) {
            return at < 0 ? fresh(classic) : kept(classic, Path.of(spec.substring(at + 1)));
        }
        Optional<CardGeneration> generation = CardGeneration.of(kind);
        if (generation.isPresent()) {
            return at < 0
                    ? CardImageFile.fresh(generation.get(), random)
                    : CardImageFile.kept(generation.get(), Path.of(spec.substring(at + 1)), random);
        }
        if (spec.equals(HELLO)) {
            return new SoftwareCard(new HelloPicc(), Store.NOWHERE, true);
        }
        Path file = Path.of(spec);
        if (!Files.exists(file)) {
            throw noCard("\"" + spec + "\" is neither a software card nor a file");
        }
        if (CardImageFile.isImage(file)) {
            return CardImageFile.discarded(file, random);
        }
        require(any, spec);
        return new SoftwareCard(new ClassicPicc(imageOf(file)), Store.NOWHERE, false);
    }

    private static NfcException noCard(String why) {
        return new NfcException(ErrorKind.INVALID_REQUEST, why)
                .withHint("Software cards: " + String.join(", ", kinds()));
    }

    private static void require(boolean any, String spec) throws NfcException {
        if (!any) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST, "a seed is for DESFire cards: " + spec + " draws nothing");
        }
    }

    /**
     * The cards that can be made.
     *
     * @return their kinds, sorted
     */
    public static List<String> kinds() {
        Set<String> sorted = new TreeSet<>(CLASSIC.keySet());
        CardGeneration.ALL.forEach(generation -> sorted.add(generation.name()));
        sorted.add(HELLO);
        return List.copyOf(sorted);
    }

    private static SoftwareCard fresh(Classic classic) {
        ClassicImage image = ClassicImage.delivered(classic.type(), UID);
        return new SoftwareCard(classic.picc(image, nowhere -> {}), Store.NOWHERE, true);
    }

    private static SoftwareCard kept(Classic classic, Path file) throws NfcException {
        ClassicType type = classic.type();
        boolean exists = Files.exists(file);
        ClassicImage image = exists ? imageOf(file) : ClassicImage.delivered(type, UID);
        if (image.type() != type) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST,
                    file + " holds a card of type " + image.type().id() + ", not " + type.id());
        }
        ImageFile<ClassicImage> kept = new ImageFile<>(file, ClassicImage::bytes);
        if (!exists) {
            FileContent.write(file, image.bytes());
        }
        return new SoftwareCard(classic.picc(image, kept), kept, false);
    }

    /** A card needs every byte: unknown ones would have to be invented. */
    private static ClassicImage imageOf(Path file) throws NfcException {
        Dump dump = DumpFiles.read(file);
        if (!dump.incompleteBlocks().isEmpty()) {
            throw new NfcException(
                            ErrorKind.INVALID_REQUEST,
                            file + " has " + dump.incompleteBlocks().size() + " blocks with unknown bytes")
                    .withHint("A software card needs all of them");
        }
        return new ClassicImage(dump.type(), dump.imageWithZeros());
    }
}
