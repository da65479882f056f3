package io.github.tagsmith.cli.input;

import io.github.tagsmith.cli.input.SoftwareCards.SoftwareCard;
import io.github.tagsmith.cli.input.SoftwareCards.Store;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.picc.DesfirePicc;
import io.github.tagsmith.desfire.picc.FactoryCards;
import io.github.tagsmith.desfire.picc.image.CardImage;
import io.github.tagsmith.desfire.picc.memory.CardState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** DESFire, DESFire Light and NTAG 424 cards: fresh ones, and those that are kept in an image file. */
final class CardImageFile {

    private static final Bytes UID = Bytes.of(0x04, 0xDE, 0xAD, 0xBE, 0xEF, 0x00, 0x80);

    /** A card of 8 KB is about 20 KB of JSON; a hand-made one may be larger. */
    private static final int MAX_SIZE = 16 << 20;

    private CardImageFile() {}

    static SoftwareCard fresh(CardGeneration generation, RandomSource random) {
        CardState state = FactoryCards.delivered(generation, UID);
        return new SoftwareCard(new DesfirePicc(state, random), Store.NOWHERE, true);
    }

    /** The card in a file, which is made if it is not there and written after every change. */
    static SoftwareCard kept(CardGeneration generation, Path file, RandomSource random) throws NfcException {
        boolean exists = Files.exists(file);
        CardState state = exists ? read(file) : FactoryCards.delivered(generation, UID);
        if (!state.generation().equals(generation)) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST, file + " holds a " + state.generation() + ", not a " + generation);
        }
        if (!exists) {
            FileContent.write(file, bytes(state));
        }
        ImageFile<CardState> kept = new ImageFile<>(file, CardImageFile::bytes);
        return new SoftwareCard(new DesfirePicc(state, random, kept), kept, false);
    }

    /** The card in a file, whose changes are discarded. */
    static SoftwareCard discarded(Path file, RandomSource random) throws NfcException {
        return new SoftwareCard(new DesfirePicc(read(file), random), Store.NOWHERE, false);
    }

    /** Whether a file holds such a card. */
    static boolean isImage(Path file) throws NfcException {
        return CardImage.isImage(text(file));
    }

    private static CardState read(Path file) throws NfcException {
        try {
            return CardImage.read(text(file));
        } catch (NfcException e) {
            throw DumpFiles.named(file, e);
        }
    }

    private static String text(Path file) throws NfcException {
        return FileContent.read(file, MAX_SIZE).toText(StandardCharsets.UTF_8);
    }

    private static Bytes bytes(CardState state) {
        return Bytes.of(CardImage.write(state).getBytes(StandardCharsets.UTF_8));
    }
}
