package io.github.tagsmith.desfire.channel;

import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.sm.Authentication;
import java.util.Map;
import java.util.Optional;

/** Turns the card's status into an error that says what to do. */
final class StatusErrors {

    /** What to try when a key was refused, by the method that was tried. */
    private static final Map<AuthenticationMethod, String> OTHER_METHODS = Map.of(
            AuthenticationMethod.D40, "or is not DES: try --method iso or --method aes",
            AuthenticationMethod.ISO, "or is for AES, or for the first DESFire only: try --method aes or --method d40",
            AuthenticationMethod.AES, "or is DES: try --method d40",
            AuthenticationMethod.EV2, "or is DES: try --method d40, or the card speaks LRP: try --method lrp",
            AuthenticationMethod.LRP, "or LRP is not switched on: try --method ev2");

    private static final Map<DesfireStatus, String> HINTS = Map.of(
            DesfireStatus.ILLEGAL_COMMAND, "this card or application may not know the command: see desfire info",
            DesfireStatus.INTEGRITY_ERROR, "the communication mode may not be the file's: see its settings",
            DesfireStatus.LENGTH_ERROR, "the communication mode may not be the file's: see its settings",
            DesfireStatus.PERMISSION_DENIED, "authenticate with a key that the access rights name",
            DesfireStatus.APPLICATION_NOT_FOUND, "desfire app list shows what there is",
            DesfireStatus.FILE_NOT_FOUND, "desfire tree shows what there is",
            DesfireStatus.DUPLICATE, "desfire tree shows what there is",
            DesfireStatus.AUTHENTICATION_DELAY, "wait, and try again",
            DesfireStatus.COMMAND_ABORTED, "finish or abort the transaction, then try again",
            DesfireStatus.OUT_OF_EEPROM, "delete something, or format the card");

    private static final String NO_DESFIRE = "no DESFire answers that; `tagsmith info` tells what card it is";

    private StatusErrors() {}

    /** A command was refused; {@code session} is the authentication under which it was sent. */
    static NfcException refused(Instruction instruction, NativeAnswer answer, Optional<Authentication> session) {
        String unauthorized = session.map(used -> "the session is one of key " + used.keyNo()
                        + ", which may not do this: authenticate with another key")
                .orElse("authenticate first");
        return error(instruction, answer, unauthorized);
    }

    /** An authentication was refused. */
    static NfcException refused(
            Instruction instruction, NativeAnswer answer, Authentication tried, Optional<Aid> application) {
        String place = application.map(aid -> " of " + aid).orElse("");
        if (tried.method() == AuthenticationMethod.EV2 && answer.is(DesfireStatus.PERMISSION_DENIED)) {
            return error(instruction, answer, "").withHint("the card may be set to LRP: try --method lrp");
        }
        return error(
                instruction,
                answer,
                "91AE: key " + tried.keyNo() + place + " is not that key, " + OTHER_METHODS.get(tried.method()));
    }

    private static NfcException error(Instruction instruction, NativeAnswer answer, String unauthorized) {
        Optional<DesfireStatus> status =
                answer.sw().sw1() == NativeAnswer.SW1 ? DesfireStatus.of(answer.status()) : Optional.empty();
        String meaning = status.map(DesfireStatus::meaning)
                .orElseGet(() -> answer.sw().sw1() == NativeAnswer.SW1
                        ? "no status of DESFire"
                        : answer.sw().meaning());
        NfcException error = new NfcException(
                        kind(answer, status), instruction + " was refused with " + answer.sw() + ": " + meaning)
                .withCode(answer.sw().value());
        return answer.is(DesfireStatus.AUTHENTICATION_ERROR)
                ? error.withHint(unauthorized)
                : hint(answer, status).map(error::withHint).orElse(error);
    }

    private static Optional<String> hint(NativeAnswer answer, Optional<DesfireStatus> status) {
        boolean foreign = status.isEmpty() && !answer.sw().equals(StatusWord.OK);
        return foreign ? Optional.of(NO_DESFIRE) : status.map(HINTS::get);
    }

    /** A status that means success, or none that a document names, has no place here. */
    private static ErrorKind kind(NativeAnswer answer, Optional<DesfireStatus> status) {
        if (answer.is(DesfireStatus.AUTHENTICATION_ERROR)) {
            return ErrorKind.AUTHENTICATION_FAILED;
        }
        boolean misplaced = answer.isSuccess() || answer.isPart() || answer.sw().equals(StatusWord.OK);
        boolean unknown = answer.sw().sw1() == NativeAnswer.SW1 && status.isEmpty();
        return misplaced || unknown ? ErrorKind.PROTOCOL : ErrorKind.REFUSED;
    }
}
