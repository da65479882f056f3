package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.input.DesfireKeys;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.command.GetKeySettings;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import java.util.Optional;

/**
 * Keys as the command line gives them, which may leave their algorithm open.
 *
 * @param words reads what was given
 * @param channel to the application that they are for
 */
record KeyReading(DesfireKeys words, DesfireChannel channel) {

    DesfireKeys.Given given(String text) throws NfcException {
        return words.read(text);
    }

    /** A key of the algorithm that is preferred, else of the application's. */
    DesfireKey key(String text, Optional<KeyAlgorithm> preferred) throws NfcException {
        return key(given(text), preferred);
    }

    /** The same of a key that was read. */
    DesfireKey key(DesfireKeys.Given given, Optional<KeyAlgorithm> preferred) throws NfcException {
        if (given.algorithm().isPresent() || preferred.isPresent()) {
            return given.key(preferred.orElse(KeyAlgorithm.AES));
        }
        return given.key(applicationAlgorithm());
    }

    /** What the application says of its keys; AES where it does not say. */
    private KeyAlgorithm applicationAlgorithm() throws NfcException {
        try {
            return channel.send(new GetKeySettings()).algorithm();
        } catch (NfcException refused) {
            if (refused.kind() != ErrorKind.AUTHENTICATION_FAILED && refused.kind() != ErrorKind.REFUSED) {
                throw refused;
            }
            return KeyAlgorithm.AES;
        }
    }
}
