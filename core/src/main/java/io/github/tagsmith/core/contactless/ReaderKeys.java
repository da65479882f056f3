package io.github.tagsmith.core.contactless;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.core.dialect.CommandForm;
import io.github.tagsmith.core.dialect.Dialect;
import io.github.tagsmith.core.dialect.Field;
import io.github.tagsmith.core.dialect.KeyForms;
import io.github.tagsmith.core.dialect.StatusMeaning;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;

/**
 * Load key and authenticate in a reader's dialect. A load that is refused with a status word for which the dialect names
 * other key commands is repeated with those, and they stay in use if the reader takes them. Some readers have no volatile
 * key memory: there the key stays in the reader.
 */
final class ReaderKeys {

    static final int KEY_LENGTH = 6;

    private final ApduChannel channel;
    private final Dialect dialect;
    private final Negotiation negotiation;

    ReaderKeys(ApduChannel channel, Dialect dialect, Negotiation negotiation) {
        this.channel = channel;
        this.dialect = dialect;
        this.negotiation = negotiation;
    }

    KeyForms forms() {
        return negotiation.keys();
    }

    /** Loads a key; a suspicious answer is handed back, any refusal is an error. */
    StatusMeaning load(int slot, KeyType type, SecretBytes key) throws NfcException {
        StatusWord sw = send(forms(), forms().load(), slot, type, key);
        KeyForms other = dialect.retries().get(sw);
        if (other != null && !other.equals(forms())) {
            StatusWord again = send(other, other.load(), Math.max(slot, other.firstSlot()), type, key);
            if (again.equals(StatusWord.OK)) {
                negotiation.use(sw, other);
                return StatusMeaning.DONE;
            }
        }
        return accepted(sw, slot);
    }

    StatusMeaning loadStored(int slot, KeyType type, SecretBytes key) throws NfcException {
        CommandForm form = forms().storedLoad().orElseThrow(() -> Refusal.lacking(dialect.id(), "stored keys"));
        return accepted(send(forms(), form, slot, type, key), slot);
    }

    private StatusMeaning accepted(StatusWord sw, int slot) throws NfcException {
        StatusMeaning meaning = dialect.statuses().ofKeyCommand(sw);
        if (meaning != StatusMeaning.DONE && meaning != StatusMeaning.SUSPICIOUS) {
            NfcException refusal = Refusal.of(sw, "load key into slot " + slot);
            throw sw.equals(StatusWord.NO_INFORMATION)
                    ? refusal.withHint("Some readers take no key while an ISO 14443-4 card is in the field")
                    : refusal;
        }
        return meaning;
    }

    private StatusWord send(KeyForms forms, CommandForm form, int slot, KeyType type, SecretBytes key)
            throws NfcException {
        if (key.length() != KEY_LENGTH) {
            throw new IllegalArgumentException("key of " + key.length() + " bytes");
        }
        Bytes command =
                form.fill(Fill.key(slot, type).with(Field.KEY, key.reveal()).values());
        StatusWord sw = ResponseApdu.parse(channel.transmit(command)).sw();
        if (forms.pauseMillis() > 0) {
            pause(forms.pauseMillis());
        }
        return sw;
    }

    private static void pause(int millis) throws NfcException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NfcException(ErrorKind.CANCELLED, "the pause after a load key was interrupted").withCause(e);
        }
    }

    StatusWord authenticate(int block, KeyType type, int slot) throws NfcException {
        if (negotiation.oldAuthenticate() && forms().oldAuthenticate().isPresent()) {
            return authenticate(forms().oldAuthenticate().get(), block, type, slot);
        }
        StatusWord sw = authenticate(forms().authenticate(), block, type, slot);
        if (isOtherForm(sw) && forms().oldAuthenticate().isPresent()) {
            StatusWord old = authenticate(forms().oldAuthenticate().get(), block, type, slot);
            if (!isOtherForm(old)) {
                negotiation.useOldAuthenticate();
            }
            return old;
        }
        return sw;
    }

    private boolean isOtherForm(StatusWord sw) {
        return dialect.statuses().ofKeyCommand(sw) == StatusMeaning.OTHER_FORM;
    }

    private StatusWord authenticate(CommandForm form, int block, KeyType type, int slot) throws NfcException {
        Bytes command = form.fill(Fill.block(block).slot(slot, type).values());
        return ResponseApdu.parse(channel.transmit(command)).sw();
    }
}
