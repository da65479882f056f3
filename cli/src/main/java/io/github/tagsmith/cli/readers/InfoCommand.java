package io.github.tagsmith.cli.readers;

import io.github.tagsmith.cli.CommandContext;
import io.github.tagsmith.cli.input.CardConnection;
import io.github.tagsmith.cli.output.Report;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.StorageCard;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.identify.Atr;
import io.github.tagsmith.core.identify.StorageCardAtr;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code info}. */
@Command(
        name = "info",
        description = "What card is this: type, UID, ATR, ATS.",
        footer = {"%nExample:", "  tagsmith -r virtual:classic-4k info"})
public final class InfoCommand implements Callable<Integer> {

    private final CommandContext context;

    /**
     * The command.
     *
     * @param context what it works with
     */
    public InfoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        try (CardConnection connection = context.connect()) {
            StorageCard card = context.storageCard(connection);
            Atr atr = Atr.parse(connection.card().atr());
            context.output()
                    .show(new InfoReport(
                            connection.card().readerName(), card.dialect().id(), atr, uid(card), card.ats()));
            return 0;
        }
    }

    /** A contact card has none. */
    private static Optional<Bytes> uid(StorageCard card) throws NfcException {
        try {
            return Optional.of(card.uid());
        } catch (NfcException e) {
            if (e.kind() == ErrorKind.REFUSED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * What is known of a card.
     *
     * @param reader the reader it is in
     * @param dialect how the reader is spoken to
     * @param atr its ATR
     * @param uid its UID, if the reader tells it
     * @param ats its ATS, if it has one
     */
    private record InfoReport(String reader, String dialect, Atr atr, Optional<Bytes> uid, Optional<Bytes> ats)
            implements Report {

        private static final int RANDOM_UID_MARK = 0x08;

        private String type() {
            return atr.storageCard().map(StorageCardAtr::cardNameText).orElse("ISO/IEC 14443-4 or contact card");
        }

        private boolean randomUid() {
            return uid.isPresent() && uid.get().length() == 4 && uid.get().get(0) == RANDOM_UID_MARK;
        }

        @Override
        public Map<String, @Nullable Object> json() {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("command", "info");
            json.put("reader", reader);
            json.put("dialect", dialect);
            json.put("type", type());
            json.put("uid", uid.map(Bytes::toHex).orElse(null));
            json.put("randomUid", randomUid());
            json.put("atr", atr.bytes().toHex());
            json.put("ats", ats.map(Bytes::toHex).orElse(null));
            json.put(
                    "standard",
                    atr.storageCard().map(StorageCardAtr::standardName).orElse(null));
            return json;
        }

        @Override
        public void print(Consumer<String> line) {
            line.accept("reader  " + reader + " (dialect " + dialect + ")");
            line.accept("type    " + type());
            uid.ifPresent(bytes -> line.accept("UID     " + bytes + (randomUid() ? " (random)" : "")));
            line.accept("ATR     " + atr.bytes());
            ats.ifPresent(bytes -> line.accept("ATS     " + bytes));
        }
    }
}
