package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.CardConnection;
import io.github.tagsmith.cli.input.DesfireKeys;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.desfire.Authenticator;
import io.github.tagsmith.desfire.FileContent;
import io.github.tagsmith.desfire.FileOperation;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.command.GetKeySettings;
import io.github.tagsmith.desfire.command.IsoCommands;
import io.github.tagsmith.desfire.command.SelectApplication;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.DfName;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.transfer.TransferForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The DESFire card that a command works with: an application selected, and authenticated with the key that was given. */
final class TargetCard implements AutoCloseable {

    /** Of NTAG 424 DNA and DESFire Light. */
    private static final List<DfName> ONLY_APPLICATIONS = List.of(DfName.NDEF, DfName.LIGHT);

    private static final int COMMAND_UNKNOWN = 0x9100 | DesfireStatus.ILLEGAL_COMMAND.code();

    private final CommandContext context;
    private final CardOptions options;
    private final CardConnection connection;
    private final DesfireChannel channel;
    private Optional<DfName> name = Optional.empty();
    private Bytes selected = Bytes.EMPTY;
    private Optional<AuthenticationMethod> known = Optional.empty();
    private Optional<KeyNo> sessionKey = Optional.empty();
    private Optional<FileUse> use = Optional.empty();
    private KeyNo wanted = KeyNo.MASTER;

    /** What a command does with the card. */
    @FunctionalInterface
    interface Work {
        int with(TargetCard card) throws NfcException;
    }

    private TargetCard(CommandContext context, CardOptions options, CardConnection connection) {
        this.context = context;
        this.options = options;
        this.connection = connection;
        this.channel = options.framing()
                .map(framing -> DesfireChannel.over(connection.channel(), framing))
                .orElseGet(() -> DesfireChannel.over(connection.channel()));
    }

    /** The card, with the application selected and the key that was given. */
    static TargetCard open(CommandContext context, CardOptions options) throws NfcException {
        TargetCard card = select(context, options);
        try {
            if (options.authentication().isPresent()) {
                KeyWord word = KeyWord.parse(options.authentication().get());
                card.authenticate(word.number(), card.key(word.key()));
            }
            return card;
        } catch (NfcException e) {
            card.close();
            throw e;
        }
    }

    /** The card, with the application selected and nothing else. */
    static TargetCard select(CommandContext context, CardOptions options) throws NfcException {
        TargetCard card = new TargetCard(context, options, context.connect());
        try {
            card.selectApplication();
            return card;
        } catch (NfcException e) {
            card.close();
            throw e;
        }
    }

    private void selectApplication() throws NfcException {
        if (options.dfName().isEmpty()) {
            selectByIdentifier(options.application());
            return;
        }
        DfName wanted = options.dfName().get();
        ResponseApdu response = selectByName(wanted);
        if (!response.isOk()) {
            throw new NfcException(
                            ErrorKind.REFUSED,
                            "no application with the DF name " + wanted + ": " + response.sw() + " "
                                    + response.sw().meaning())
                    .withCode(response.sw().value());
        }
    }

    /** A card that does not know the command has one application, which is meant when none is named. */
    private void selectByIdentifier(Aid application) throws NfcException {
        try {
            channel.send(new SelectApplication(application));
        } catch (NfcException refused) {
            if (!application.isPicc() || refused.code().orElse(0) != COMMAND_UNKNOWN) {
                throw RefusalText.ofSelection(ForeignCard.instead(refused, context, connection), application);
            }
            for (DfName only : ONLY_APPLICATIONS) {
                if (selectByName(only).isOk()) {
                    return;
                }
            }
        }
    }

    private ResponseApdu selectByName(DfName candidate) throws NfcException {
        ResponseApdu response = channel.transmit(IsoCommands.select(candidate));
        if (response.isOk()) {
            selected = response.data();
            name = Optional.of(candidate);
        }
        return response;
    }

    /** A key as it was given, with the application's algorithm where it is left open. */
    DesfireKey key(String text) throws NfcException {
        return key(text, Optional.empty());
    }

    /** The same, with an algorithm to prefer over the application's. */
    DesfireKey key(String text, Optional<KeyAlgorithm> preferred) throws NfcException {
        DesfireKeys.Given given = new DesfireKeys(context.terminal()).read(text);
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

    AuthenticationMethod authenticate(KeyNo number, DesfireKey key) throws NfcException {
        Authenticator authenticator = new Authenticator(channel, RandomSource.secure());
        Optional<AuthenticationMethod> chosen =
                options.method().or(() -> known.filter(method -> method.takes(key.algorithm())));
        if (chosen.isEmpty()) {
            known = Optional.of(authenticator.authenticate(number, key));
        } else {
            authenticator.authenticate(chosen.get(), number, key);
        }
        sessionKey = Optional.of(number);
        return chosen.or(() -> known).orElseThrow();
    }

    /** The same after the key's algorithm may have changed: a method that was asked for counts only if it knows that. */
    void authenticateAnew(KeyNo number, DesfireKey key) throws NfcException {
        channel.leaveSession();
        if (options.method().filter(method -> !method.takes(key.algorithm())).isPresent()) {
            new Authenticator(channel, RandomSource.secure()).authenticate(number, key);
        } else {
            authenticate(number, key);
        }
    }

    /** Does something; what the card refuses is explained. */
    int run(Work work) throws NfcException {
        try {
            return work.with(this);
        } catch (NfcException refused) {
            throw new RefusalText(this).of(refused);
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
        FileContent content = FileContent.of(channel, what.file(), form);
        works(what.told(content.settings()));
        return content;
    }

    /** What the card refuses from now on takes this key. */
    void wants(KeyNo key) {
        wanted = key;
    }

    KeyNo wanted() {
        return wanted;
    }

    /** What the card refuses from now on is about a file. */
    void works(FileUse what) {
        use = Optional.of(what);
    }

    /** Files are in applications; at the level of the card there is nothing to ask for. */
    void requireApplication() throws NfcException {
        if (isCardLevel()) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "files are in applications: --app AID names one")
                    .withHint("`desfire app list` shows them");
        }
    }

    /** What is done with which file, if the command works with one. */
    Optional<FileUse> use() {
        return use;
    }

    /** The key of the last authentication, whatever became of its session. */
    Optional<KeyNo> sessionKey() {
        return sessionKey;
    }

    DesfireChannel channel() {
        return channel;
    }

    /** The connection under the channel. */
    Card card() {
        return connection.card();
    }

    Aid application() {
        return channel.application().orElse(options.application());
    }

    /** Whether the card itself is selected, and no application. */
    boolean isCardLevel() {
        return channel.application().map(Aid::isPicc).orElse(false);
    }

    /** What an application that was selected by name said of itself. */
    Bytes selected() {
        return selected;
    }

    /** The application as it was chosen. */
    String place() {
        return name.map(DfName::toString).orElseGet(() -> application().toString());
    }

    /** The same in a sentence. */
    String level() {
        return isCardLevel() ? "the card itself" : "application " + place();
    }

    /** The option that chooses it, after a space; nothing for the card itself. */
    String option() {
        return isCardLevel() ? "" : name.map(known -> " --app-name " + known).orElse(" --app " + application());
    }

    int exchanges() {
        return connection.channel().count();
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
        return new Fields(command).with("application", place()).with("authentication", authentication());
    }

    private @Nullable Map<String, @Nullable Object> authentication() {
        return channel.session()
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
        connection.close();
    }
}
