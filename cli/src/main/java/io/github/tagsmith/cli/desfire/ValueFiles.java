package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.FileContent;
import io.github.tagsmith.desfire.model.FileSettings;

/** What the commands on value files share. */
final class ValueFiles {

    private ValueFiles() {}

    static void require(FileContent content) throws NfcException {
        if (!(content.settings() instanceof FileSettings.Value)) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST,
                    "file " + content.file() + " is a " + content.settings().type() + " file, no value file");
        }
    }
}
