package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.KeyReplacement;
import io.github.tagsmith.desfire.crypto.DesKeyBits;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeyVersion;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key change that cannot lose a card by a typing error: the old key is proven by an authentication, then the change is sent, then
 * the new key is proven. What is told when the last step fails is all that is needed to try both keys again.
 */
final class KeyChangeRun {

    private static final Set<ErrorKind> CARD_SAID_NO =
            EnumSet.of(ErrorKind.REFUSED, ErrorKind.AUTHENTICATION_FAILED, ErrorKind.INVALID_REQUEST);

    private final CommandContext context;
    private final TargetCard target;
    private final CardOptions card;
    private final WriteOptions options;

    KeyChangeRun(CommandContext context, TargetCard target, CardOptions card, WriteOptions options) {
        this.context = context;
        this.target = target;
        this.card = card;
        this.options = options;
    }

    int run(KeyNo number, String old, String wanted, @Nullable Integer version) throws NfcException {
        DesfireKey before = target.key(old);
        boolean cardLevel = target.application().isCardLevel();
        DesfireKey after =
                versioned(target.key(wanted, cardLevel ? Optional.empty() : Optional.of(before.algorithm())), version);
        if (!cardLevel && before.algorithm().typeBits() != after.algorithm().typeBits()) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST,
                    "the keys of application " + target.application().place() + " are for " + before.algorithm()
                            + ", not " + after.algorithm());
        }
        AuthenticationMethod method = target.authenticate(number, before);
        changer(number);
        Fields fields = target.fields("desfire key change")
                .with("key", number.value())
                .with("algorithm", after.algorithm().toString())
                .with("version", after.version().value())
                .with("oldKeyProven", true);
        Deed deed = new Deed(
                "change",
                "changed",
                "key " + number + " of " + target.application().place() + " (" + after.algorithm() + ", version "
                        + after.version() + "; old key proven by " + method + ")");
        return options.applyAsking(context, target, fields, deed, () -> {
            send(number, after, before);
            prove(number, after);
            fields.with("newKeyProven", true);
        });
    }

    /** Authenticates with the key that may change this one, where it is another. */
    private void changer(KeyNo number) throws NfcException {
        if (card.authentication().isEmpty()) {
            return;
        }
        KeyWord word = KeyWord.parse(card.authentication().get());
        if (!word.number().equals(number)) {
            target.authenticate(word.number(), target.key(word.key()));
        }
    }

    /** An answer that is lost leaves open which key the card has. */
    private void send(KeyNo number, DesfireKey after, DesfireKey before) throws NfcException {
        try {
            new KeyReplacement(target.channel()).replace(number, after, Optional.of(before));
        } catch (NfcException failed) {
            if (CARD_SAID_NO.contains(failed.kind())) {
                throw failed;
            }
            throw new NfcException(
                            failed.kind(),
                            "it is not known whether the card took the change of key " + number + ": "
                                    + failed.getMessage())
                    .withHint(keepBoth(number))
                    .withCause(failed);
        }
    }

    private static String keepBoth(KeyNo number) {
        return "Keep both keys, and try each with `desfire key version " + number + " --auth " + number + ":...`";
    }

    private void prove(KeyNo number, DesfireKey after) throws NfcException {
        try {
            target.authenticateAnew(number, after);
        } catch (NfcException failed) {
            throw new NfcException(
                            ErrorKind.UNSAFE,
                            "the card took the change of key " + number + ", but does not know the new key: "
                                    + failed.getMessage())
                    .withHint(keepBoth(number))
                    .withCause(failed);
        }
    }

    private static DesfireKey versioned(DesfireKey key, @Nullable Integer version) throws NfcException {
        if (version == null) {
            return key;
        }
        KeyVersion wanted = Arguments.checked(() -> new KeyVersion(version));
        Bytes value = key.algorithm() == KeyAlgorithm.AES
                ? key.value().reveal()
                : DesKeyBits.withVersion(key.value().reveal(), wanted.value());
        return new DesfireKey(key.algorithm(), SecretBytes.of(value), wanted);
    }
}
