package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.FileContent;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.command.CommitReaderId;
import io.github.tagsmith.desfire.command.CommitTransaction;
import io.github.tagsmith.desfire.command.DesfireCommand;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.TransactionMac;
import io.github.tagsmith.desfire.tmac.TransactionInput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of a file, and its commit where the file needs one. What fails before the commit is aborted by the card itself, when
 * another application is selected or the field ends.
 */
final class FileTransaction {

    private final DesfireChannel channel;
    private final FileContent content;
    private final TransactionOptions options;
    private TransactionInput input = TransactionInput.EMPTY;

    /** What is sent to the card. */
    @FunctionalInterface
    interface Change {
        void in(FileTransaction transaction) throws NfcException;
    }

    FileTransaction(DesfireChannel channel, FileContent content, TransactionOptions options) throws NfcException {
        this.channel = channel;
        this.content = content;
        this.options = options;
        if (options.withMac() && !content.isTransactional()) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST,
                    "file " + content.file() + " is a " + content.settings().type()
                            + " file, whose changes are in no transaction");
        }
    }

    <T> T send(DesfireCommand<T> command) throws NfcException {
        T answer = channel.send(command);
        input = input.plus(command);
        return answer;
    }

    /** Makes the change and commits it; the transaction's counter and MAC become a part of the result. */
    void run(Fields fields, Change change) throws NfcException {
        fields.with("transaction", null);
        change.in(this);
        if (!content.isTransactional()) {
            return;
        }
        Optional<Bytes> enciphered = Optional.empty();
        if (options.readerId().isPresent()) {
            Bytes own = options.readerId().get();
            CommitReaderId command = Arguments.checked(() -> new CommitReaderId(own));
            enciphered = Optional.of(channel.send(command));
            input = input.plusReaderId(own, enciphered.get());
        }
        Optional<TransactionMac> mac = commit();
        if (mac.isPresent()) {
            fields.with("transaction", json(mac.get(), enciphered))
                    .line("transaction " + mac.get().counter() + ", MAC "
                            + mac.get().value().toHex())
                    .line("  input " + input.bytes().toHex());
        }
    }

    private Optional<TransactionMac> commit() throws NfcException {
        try {
            return channel.send(new CommitTransaction(options.withMac()));
        } catch (NfcException refused) {
            if (RefusalText.status(refused)
                    .filter(DesfireStatus.PERMISSION_DENIED::equals)
                    .isEmpty()) {
                throw refused;
            }
            throw new NfcException(refused.kind(), refused.getMessage() + "; nothing was changed")
                    .withCode(refused.code().orElse(0))
                    .withHint(hint())
                    .withCause(refused);
        }
    }

    private String hint() {
        return options.readerId().isPresent()
                ? "the application may have no transaction MAC file: see `desfire tree`"
                : "an application whose transaction MAC file names a key for both rights wants --reader-id; one without"
                        + " such a file gives no --tmac";
    }

    private Map<String, @Nullable Object> json(TransactionMac mac, Optional<Bytes> enciphered) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("counter", mac.counter());
        json.put("mac", mac.value().toHex());
        json.put("input", input.bytes().toHex());
        json.put("encipheredReaderId", enciphered.map(Bytes::toHex).orElse(null));
        return json;
    }
}
