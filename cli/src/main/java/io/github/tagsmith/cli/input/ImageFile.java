package io.github.tagsmith.cli.input;

import io.github.tagsmith.classic.picc.ClassicImage;
import io.github.tagsmith.cli.input.SoftwareCards.Store;
import io.github.tagsmith.core.error.NfcException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The file a software card is kept in: stored, in one move, after every change of the card. */
final class ImageFile implements Consumer<ClassicImage>, Store {

    private final Path file;
    private @Nullable NfcException failure;

    ImageFile(Path file) {
        this.file = file;
    }

    @Override
    public void accept(ClassicImage image) {
        try {
            FileContent.write(file, image.bytes());
        } catch (NfcException e) {
            failure = e;
        }
    }

    /** Reports a change that could not be stored. */
    @Override
    public void save() throws NfcException {
        if (failure != null) {
            throw failure;
        }
    }
}
