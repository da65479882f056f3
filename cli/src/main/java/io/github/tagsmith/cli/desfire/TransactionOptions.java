package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a commit asks for in an application with a transaction MAC file. */
final class TransactionOptions {

    @Option(
            names = "--reader-id",
            paramLabel = "HEX",
            converter = Words.BytesWord.class,
            description = "Put this reader identifier of 16 bytes into the transaction, EV2 and later; as --tmac.")
    @Nullable
    private Bytes readerId;

    @Option(
            names = "--tmac",
            description = "Ask for counter and MAC of the transaction, which `desfire tmac verify` checks.")
    private boolean tmac;

    TransactionOptions() {}

    Optional<Bytes> readerId() {
        return Optional.ofNullable(readerId);
    }

    boolean withMac() {
        return tmac || readerId != null;
    }
}
