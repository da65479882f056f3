package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.CardConnection;
import io.github.tagsmith.cli.input.DesfireKeys;
import io.github.tagsmith.cli.input.Handover;
import io.github.tagsmith.cli.input.Handover.Since;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.desfire.FileContent;
import io.github.tagsmith.desfire.FileOperation;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.sm.Authentication;
import io.github.tagsmith.desfire.transfer.TransferForm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The DESFire card that a command works with: an application selected, and authenticated with the key that was given. In a
 * script, what the options leave open is as the command before left it.
 */
final class TargetCard implements AutoCloseable {

    private final CommandContext context;
    private final CardOptions options;
    private final CardConnection connection;
    private final Optional<Handover<OpenApplication>> before;
    private final OpenApplication current;
    private final KeyReading keys;
    private final int exchangesBefore;
    private final RefusalText refusals = new RefusalText(this);
    private Optional<KeyNo> sessionKey = Optional.empty();

    private TargetCard(CommandContext context, CardOptions options, CardConnection connection) {
        this.context = context;
        this.options = options;
        this.connection = connection;
        this.before = connection.takeOver(OpenApplication.class);
        this.current = before.filter(left -> left.since() != Since.NEW_CONNECTION)
                .map(Handover::state)
                .filter(left ->
                        options.framing().map(left.channel().framing()::equals).orElse(true))
                .orElseGet(() -> OpenApplication.on(connection.card(), options.framing()));
        this.keys = new KeyReading(new DesfireKeys(context.terminal()), channel());
        this.exchangesBefore = current.channel().exchanges();
    }

    /** What a command does with the card. */
    @FunctionalInterface
    interface Work {
        int with(TargetCard card) throws NfcException;
    }

    /** Goes where a command wants to be. */
    private interface Way {
        void go(TargetCard card) throws NfcException;
    }

    private static TargetCard open(CommandContext context, CardOptions options, Way way) throws NfcException {
        TargetCard card = new TargetCard(context, options, context.connect());
        try {
            way.go(card);
            return card;
        } catch (NfcException e) {
            card.close();
            throw e;
        }
    }

    /** The card, with the application selected and the key that was given. */
    static TargetCard open(CommandContext context, CardOptions options) throws NfcException {
        return open(context, options, card -> card.enter(options.selection()));
    }

    /** The same for a command that is one of the card level, unless told otherwise. */
    static TargetCard openCardLevel(CommandContext context, CardOptions options) throws NfcException {
        return open(
                context,
                options,
                card -> card.enter(Optional.of(options.selection().orElse(Selection.CARD))));
    }

    /** The card, with the application selected, for a command that authenticates itself. */
    static TargetCard select(CommandContext context, CardOptions options) throws NfcException {
        return open(context, options, card -> card.select(options.selection(), false));
    }

    private void enter(Optional<Selection> asked) throws NfcException {
        select(asked, options.authentication().isEmpty());
        if (options.authentication().isPresent()) {
            KeyWord word = KeyWord.parse(options.authentication().get());
            DesfireKeys.Given given = keys.given(word.key());
            if (!current.isSessionOf(word.number(), given, options.method())) {
                authenticate(word.number(), keys.key(given, Optional.empty()));
            }
        }
    }

    private void select(Optional<Selection> asked, boolean countsOnSession) throws NfcException {
        Selection place =
                asked.or(() -> before.map(left -> left.state().selection())).orElse(Selection.CARD);
        boolean stays =
                before.filter(left -> left.state().selection().equals(place)).isPresent();
        if (stays && before.get().since() == Since.NOTHING && current.isIntact()) {
            return;
        }
        if (stays) {
            new Resumption(before.get(), current)
                    .requireNothingLost(asked.isEmpty() && !place.isCard(), countsOnSession);
        }
        try {
            current.select(place);
        } catch (NfcException refused) {
            throw place.name().isPresent()
                    ? refused
                    : RefusalText.ofSelection(ForeignCard.instead(refused, context, connection), place.application());
        }
    }

    /** A key as it was given, with the application's algorithm where it is left open. */
    DesfireKey key(String text) throws NfcException {
        return keys.key(text, Optional.empty());
    }

    /** The same, with an algorithm to prefer over the application's. */
    DesfireKey key(String text, Optional<KeyAlgorithm> preferred) throws NfcException {
        return keys.key(text, preferred);
    }

    AuthenticationMethod authenticate(KeyNo number, DesfireKey key) throws NfcException {
        try {
            AuthenticationMethod used = current.authenticate(number, key, options.method());
            sessionKey = Optional.of(number);
            return used;
        } catch (NfcException refused) {
            throw refusals.ofAuthentication(refused, key.algorithm());
        }
    }

    /** The same after the key's algorithm may have changed: a method that was asked for counts only if it knows that. */
    void authenticateAnew(KeyNo number, DesfireKey key) throws NfcException {
        channel().leaveSession();
        current.authenticate(number, key, options.method().filter(method -> method.takes(key.algorithm())));
    }

    /** Does something; what the card refuses is explained. */
    int run(Work work) throws NfcException {
        try {
            return work.with(this);
        } catch (NfcException refused) {
            throw refusals.of(refused);
        }
    }

    /** A file, asked what it is. What the card refuses from now on is about the file. */
    FileContent file(FileNo file, FileOperation operation) throws NfcException {
        return file(FileUse.of(file, operation));
    }

    /** The same for anything else that is done with a file. */
    FileContent file(FileUse what) throws NfcException {
        return file(what, Optional.empty());
    }

    /** The same for a form in which its content travels. */
    FileContent file(FileUse what, Optional<TransferForm> form) throws NfcException {
        requireApplication();
        works(what);
        FileContent content = FileContent.of(channel(), what.file(), form);
        works(what.told(content.settings()));
        return content.followedBy(context.progress("bytes " + what.participle())::accept);
    }

    /** What the card refuses from now on takes this key. */
    void wants(KeyNo key) {
        refusals.takes(key);
    }

    /** What the card refuses from now on is about a file. */
    void works(FileUse what) {
        refusals.concern(what);
    }

    /** Files are in applications; at the level of the card there is nothing to ask for. */
    void requireApplication() throws NfcException {
        if (current.isCardLevel()) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "files are in applications: --app AID names one")
                    .withHint("`desfire app list` shows them");
        }
    }

    /** The key of the last authentication, whatever became of its session. */
    Optional<KeyNo> sessionKey() {
        return sessionKey.or(() -> current.expected().map(Authentication::keyNo));
    }

    DesfireChannel channel() {
        return current.channel();
    }

    /** The connection under the channel. */
    Card card() {
        return connection.card();
    }

    /** The application that is selected. */
    OpenApplication application() {
        return current;
    }

    int exchanges() {
        return channel().exchanges() - exchangesBefore + connection.channel().count();
    }

    String exchangesText() {
        return Words.count(exchanges(), "exchange");
    }

    void save() throws NfcException {
        connection.save();
    }

    /** The UID that the reader sees; of a card with a random one, that. */
    String uid() throws NfcException {
        return context.storageCard(connection).uid().toHex();
    }

    /** A result that says which application and session it is of. */
    Fields fields(String command) {
        return new Fields(command).with("application", current.place()).with("authentication", authentication());
    }

    private @Nullable Map<String, @Nullable Object> authentication() {
        return channel()
                .session()
                .origin()
                .map(origin -> {
                    Map<String, @Nullable Object> json = new LinkedHashMap<>();
                    json.put("method", origin.method().toString());
                    json.put("key", origin.keyNo().value());
                    return json;
                })
                .orElse(null);
    }

    @Override
    public void close() {
        current.settle();
        connection.handOver(current);
        connection.close();
    }
}
