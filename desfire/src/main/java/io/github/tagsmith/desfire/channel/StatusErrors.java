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

/** Turns the card's status into an error. */
final class StatusErrors {

    /** What a key that was refused may be instead, by the method that was tried. */
    private static final Map<AuthenticationMethod, String> OTHERWISE = Map.of(
            AuthenticationMethod.D40, "or is not DES",
            AuthenticationMethod.ISO, "or is for AES, or for the first DESFire only",
            AuthenticationMethod.AES, "or is DES",
            AuthenticationMethod.EV2, "or is DES, or the card speaks LRP",
            AuthenticationMethod.LRP, "or LRP is not switched on");

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
            return error(instruction, answer, "").withHint("the card may be set to LRP");
        }
        return error(
                instruction,
                answer,
                "91AE: key " + tried.keyNo() + place + " is not that key, " + OTHERWISE.get(tried.method()));
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
        if (answer.is(DesfireStatus.AUTHENTICATION_ERROR)) {
            return error.withHint(unauthorized);
        }
        boolean foreign = answer.sw().sw1() != NativeAnswer.SW1 && !answer.sw().equals(StatusWord.OK);
        return foreign ? error.withHint("no DESFire card answers that") : error;
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
