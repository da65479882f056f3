package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.input.DesfireKeys;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.desfire.Authenticator;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.channel.Framing;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.DfName;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.sm.Authentication;
import io.github.tagsmith.desfire.sm.LostSession;
import java.util.Optional;

/** The application that is selected on a card, and the session in it: what a command of a script leaves to the next one. */
final class OpenApplication {

    private final DesfireChannel channel;
    private Selection selection = Selection.CARD;
    private boolean selected;
    private Optional<Aid> found = Optional.empty();
    private Selection.Done done = new Selection.Done(Optional.empty(), Bytes.EMPTY);
    private Optional<AuthenticationMethod> known = Optional.empty();
    private Optional<DesfireKey> key = Optional.empty();
    private Optional<Authentication> expected = Optional.empty();

    private OpenApplication(DesfireChannel channel) {
        this.channel = channel;
    }

    /** Nothing is selected yet. */
    static OpenApplication on(Card card, Optional<Framing> framing) {
        return new OpenApplication(
                framing.map(form -> DesfireChannel.over(card, form)).orElseGet(() -> DesfireChannel.over(card)));
    }

    DesfireChannel channel() {
        return channel;
    }

    Selection selection() {
        return selection;
    }

    /** Whether it is the card itself, and no application. */
    boolean isCardLevel() {
        return channel.application().map(Aid::isPicc).orElse(false);
    }

    private Aid identifier() {
        return channel.application().orElse(selection.application());
    }

    /** As it was chosen. */
    String place() {
        return done.name().map(DfName::toString).orElseGet(() -> identifier().toString());
    }

    /** The same in a sentence. */
    String level() {
        return isCardLevel() ? "the card itself" : "application " + place();
    }

    /** The option that chooses it, after a space; nothing for the card itself. */
    String option() {
        return isCardLevel()
                ? ""
                : done.name().map(known -> " --app-name " + known).orElse(" --app " + identifier());
    }

    /** What it said of itself. */
    Bytes said() {
        return done.said();
    }

    /** The session that the next command counts on. */
    Optional<Authentication> expected() {
        return expected;
    }

    /** Selects an application, without a session. */
    void select(Selection wanted) throws NfcException {
        channel.leaveSession();
        selected = false;
        done = wanted.on(channel);
        selection = wanted;
        found = channel.application();
        selected = true;
        expected = Optional.empty();
        key = Optional.empty();
    }

    /** Authenticates, with a method or with the newest that card and key know. */
    AuthenticationMethod authenticate(KeyNo number, DesfireKey with, Optional<AuthenticationMethod> method)
            throws NfcException {
        Authenticator authenticator = new Authenticator(channel, RandomSource.secure());
        boolean knownFits = known.isPresent() && known.get().takes(with.algorithm());
        Optional<AuthenticationMethod> chosen = method.isEmpty() && knownFits ? known : method;
        AuthenticationMethod used;
        if (chosen.isPresent()) {
            used = chosen.get();
            authenticator.authenticate(used, number, with);
        } else {
            used = authenticator.authenticate(number, with);
            known = Optional.of(used);
        }
        key = Optional.of(with);
        return used;
    }

    /** Whether this is the session that would be opened once more. */
    boolean isSessionOf(KeyNo number, DesfireKeys.Given given, Optional<AuthenticationMethod> method) {
        Optional<Authentication> origin = channel.session().origin();
        return origin.isPresent()
                && origin.get().keyNo().equals(number)
                && method.map(asked -> asked == origin.get().method()).orElse(true)
                && key.filter(given::is).isPresent();
    }

    /** A command ended: what it authenticated is counted on from now on. */
    void settle() {
        Optional<Authentication> origin = channel.session().origin();
        if (origin.isPresent()) {
            expected = origin;
        }
    }

    /** The card is not as it was left: it is to be selected anew, and nobody counts on the session any more. */
    void giveUp() {
        channel.leaveSession();
        selected = false;
        expected = Optional.empty();
        key = Optional.empty();
    }

    /** Whether the card is, as far as this side knows, as the next command expects it. */
    boolean isIntact() {
        return selected
                && !(channel.session() instanceof LostSession)
                && channel.application().equals(found)
                && channel.session().origin().equals(expected);
    }

    /** Why it is not. */
    String damage() {
        if (channel.session() instanceof LostSession lost) {
            return lost.why();
        }
        return selected ? "the command before ended it" : "the selection of another application failed";
    }
}
