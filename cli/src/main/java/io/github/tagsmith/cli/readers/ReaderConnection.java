package io.github.tagsmith.cli.readers;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.CardConnection;
import io.github.tagsmith.core.contactless.EscapeRoute;
import io.github.tagsmith.core.contactless.ReaderSettings;
import io.github.tagsmith.core.contactless.StorageCard;
import io.github.tagsmith.core.dialect.Dialect;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.feature.Features;
import io.github.tagsmith.core.reader.Card;
import java.util.Optional;

/**
 * A reader, by way of the card in it where there is one.
 *
 * @param connection the card or the bare reader
 * @param card its storage-card commands
 * @param settings the reader's own settings
 */
record ReaderConnection(CardConnection connection, StorageCard card, ReaderSettings settings) implements AutoCloseable {

    static ReaderConnection open(CommandContext context) throws NfcException {
        CardConnection connection = CardConnection.openReader(context.openReaders());
        try {
            StorageCard card = context.storageCard(connection);
            Card inserted = connection.card();
            Optional<EscapeRoute> transmit =
                    inserted.atr().isEmpty() ? Optional.empty() : Optional.of(connection.channel()::transmit);
            Optional<EscapeRoute> control =
                    Optional.of(command -> Features.of(inserted).escape(inserted, command));
            ReaderSettings settings = new ReaderSettings(card.dialect(), transmit, control);
            return new ReaderConnection(connection, card, settings);
        } catch (NfcException e) {
            connection.close();
            throw e;
        }
    }

    String name() {
        return connection.card().readerName();
    }

    Dialect dialect() {
        return card.dialect();
    }

    @Override
    public void close() {
        connection.close();
    }
}
