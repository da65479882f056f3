package io.github.tagsmith.cli.input;

import io.github.tagsmith.cli.input.SoftwareCards.Store;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The file a software card is kept in: stored, in one move, after every change of the card.
 *
 * @param <T> the content of the card
 */
final class ImageFile<T> implements Consumer<T>, Store {

    private final Path file;
    private final Function<T, Bytes> bytes;
    private @Nullable NfcException failure;

    ImageFile(Path file, Function<T, Bytes> bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    @Override
    public void accept(T image) {
        try {
            FileContent.write(file, bytes.apply(image));
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
