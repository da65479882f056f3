package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.FileContent;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.command.CommitTransaction;

/**
 * A change of a file, and its commit where the file needs one. What fails before the commit is aborted by the card itself, when
 * another application is selected or the field ends.
 *
 * @param channel the channel to the card
 */
record FileTransaction(DesfireChannel channel) {

    void run(FileContent content, WriteOptions.Change change) throws NfcException {
        change.run();
        if (content.isTransactional()) {
            channel.send(new CommitTransaction(false));
        }
    }
}
