package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says of a refusal where it happened and what to do, from what the command knows of card, session and file. */
final class RefusalText {

    private static final int STATUS_91 = 0x91;

    /** {@code %1$s} is the option that names the application. */
    private static final Map<DesfireStatus, String> ADVICE = Map.ofEntries(
            Map.entry(DesfireStatus.NO_CHANGES, "there was nothing to commit"),
            Map.entry(DesfireStatus.OUT_OF_EEPROM, "`desfire free` shows what is left; delete something, or format"),
            Map.entry(
                    DesfireStatus.ILLEGAL_COMMAND,
                    "this generation may not know the command, or not at this level: see `desfire info`"),
            Map.entry(
                    DesfireStatus.INTEGRITY_ERROR,
                    "the card understood something else than was meant: leave --comm out, or read again"),
            Map.entry(DesfireStatus.NO_SUCH_KEY, "`desfire key settings%1$s` shows how many keys there are"),
            Map.entry(
                    DesfireStatus.LENGTH_ERROR,
                    "the card expected other parameters: leave --comm out; `desfire info` shows its generation"),
            Map.entry(
                    DesfireStatus.PARAMETER_ERROR,
                    "the card allows no such number or combination: see --help, and `desfire info` for its generation"),
            Map.entry(
                    DesfireStatus.PROXIMITY_CHECK_STATE,
                    "a proximity check begins in an application: --app AID names one"),
            Map.entry(DesfireStatus.APPLICATION_NOT_FOUND, "`desfire app list` shows what there is"),
            Map.entry(DesfireStatus.APPLICATION_INTEGRITY_ERROR, "the application is lost; it can only be deleted"),
            Map.entry(DesfireStatus.AUTHENTICATION_DELAY, "too many wrong keys came before: wait, and try again"),
            Map.entry(DesfireStatus.BOUNDARY_ERROR, "`desfire file settings%1$s` shows size, limits and records"),
            Map.entry(DesfireStatus.CARD_INTEGRITY_ERROR, "the card has disabled itself"),
            Map.entry(
                    DesfireStatus.COMMAND_ABORTED, "something was left unfinished: take the card away, and try again"),
            Map.entry(DesfireStatus.CARD_DISABLED, "the card has disabled itself"),
            Map.entry(DesfireStatus.COUNT_ERROR, "there is no room for one more: delete one first"),
            Map.entry(DesfireStatus.DUPLICATE, "choose another number, or delete what is there: see `desfire tree`"),
            Map.entry(DesfireStatus.EEPROM_ERROR, "try again, and keep the card still; else its memory is worn out"),
            Map.entry(DesfireStatus.FILE_NOT_FOUND, "`desfire file list%1$s` shows what there is"),
            Map.entry(DesfireStatus.FILE_INTEGRITY_ERROR, "the file is lost; it can only be deleted"));

    private static final Set<DesfireStatus> ABOUT_KEYS =
            EnumSet.of(DesfireStatus.AUTHENTICATION_ERROR, DesfireStatus.PERMISSION_DENIED);

    private static final String AS_AES = ": try --method aes, iso or d40, or name the algorithm, as aes:KEY";

    /** What to try when a key of an algorithm was refused. */
    private static final Map<KeyAlgorithm, String> OTHERWISE = Map.of(
            KeyAlgorithm.AES,
            ": try --method d40 or lrp, or name the algorithm, as 2k3des:KEY",
            KeyAlgorithm.DES,
            AS_AES,
            KeyAlgorithm.TDEA_2,
            AS_AES,
            KeyAlgorithm.TDEA_3,
            ": try --method aes, or name the algorithm, as aes:KEY");

    private final TargetCard card;
    private Optional<FileUse> use = Optional.empty();
    private KeyNo wanted = KeyNo.MASTER;

    RefusalText(TargetCard card) {
        this.card = card;
    }

    /** What is refused from now on is about a file. */
    void concern(FileUse what) {
        use = Optional.of(what);
    }

    /** What is refused from now on takes this key. */
    void takes(KeyNo key) {
        wanted = key;
    }

    /** The same error with place and advice, if it is a refusal of the card that has none yet. */
    NfcException of(NfcException error) {
        Optional<DesfireStatus> status = status(error);
        if (status.isEmpty() || error.getCause() instanceof NfcException) {
            return error;
        }
        Optional<String> advice = ABOUT_KEYS.contains(status.get()) ? Optional.of(whoMay()) : advice(status.get());
        return placed(error, place(), advice);
    }

    /** The same for an authentication; of the key the error tells already. */
    NfcException ofAuthentication(NfcException error, KeyAlgorithm tried) {
        Optional<DesfireStatus> status = status(error);
        if (status.isEmpty()) {
            return error;
        }
        return ABOUT_KEYS.contains(status.get())
                ? error.hint()
                        .map(told -> error.withHint(told + OTHERWISE.get(tried)))
                        .orElse(error)
                        .withCause(error)
                : placed(error, card.application().level(), advice(status.get()));
    }

    /** The same for a selection, of which there is only the application to tell. */
    static NfcException ofSelection(NfcException error, Aid application) {
        Optional<DesfireStatus> status = status(error);
        if (status.isEmpty()) {
            return error;
        }
        String advice = status.get() == DesfireStatus.ILLEGAL_COMMAND
                ? "a card with one application, such as NTAG 424 DNA, is used without --app"
                : ADVICE.get(status.get());
        return placed(error, application.toString(), Optional.ofNullable(advice));
    }

    private static NfcException placed(NfcException error, String place, Optional<String> advice) {
        NfcException placed = new NfcException(error.kind(), error.getMessage() + " (" + place + ")")
                .withCode(error.code().orElse(0))
                .withCause(error);
        return advice.or(error::hint).map(placed::withHint).orElse(placed);
    }

    private Optional<String> advice(DesfireStatus status) {
        return Optional.ofNullable(ADVICE.get(status))
                .map(text -> String.format(text, card.application().option()));
    }

    static Optional<DesfireStatus> status(NfcException error) {
        long code = error.code().orElse(0);
        return code >>> 8 == STATUS_91 ? DesfireStatus.of((int) code & 0xFF) : Optional.empty();
    }

    private String place() {
        return use.map(known -> "file " + known.file() + " of ").orElse("")
                + card.application().level();
    }

    private String whoMay() {
        return use.flatMap(this::whoMayUseTheFile).orElseGet(this::whoMayAsARule);
    }

    private Optional<String> whoMayUseTheFile(FileUse what) {
        if (what.settings().isEmpty()) {
            return Optional.of("who may use the file is not told without the master key: --auth 0:KEY");
        }
        List<KeyNo> keys = what.keys().orElse(List.of());
        if (keys.isEmpty()) {
            return Optional.of("no key may do it: the rights of the file say so, see `desfire file settings "
                    + what.file() + card.application().option() + "`");
        }
        if (card.sessionKey().filter(keys::contains).isPresent()) {
            return Optional.empty();
        }
        String any = keys.stream().map(key -> "key " + key).collect(Collectors.joining(" or "));
        return Optional.of(
                "the file is " + what.participle() + " with " + any + session() + ": --auth " + keys.get(0) + ":KEY");
    }

    private String session() {
        return card.sessionKey().map(key -> ", not with key " + key).orElse("");
    }

    private String whoMayAsARule() {
        String key = wanted.equals(KeyNo.MASTER) ? "the master key" : "key " + wanted;
        return card.sessionKey()
                .map(used -> "the session is one of key " + used + ", which may not do this: "
                        + (used.equals(wanted)
                                ? "`desfire key settings" + card.application().option() + "` shows who may"
                                : "try " + key + ", --auth " + wanted + ":KEY"))
                .orElse("authenticate, as a rule with " + key + ": --auth " + wanted + ":KEY");
    }
}
