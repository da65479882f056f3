package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.GetVersion;
import io.github.tagsmith.desfire.command.ReadSignature;
import io.github.tagsmith.desfire.originality.OriginalityKey;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code desfire originality}. */
@Command(
        name = "originality",
        description = {"Whether NXP signed the UID (ECDSA, secp224r1).", "Offline with --uid and --signature."},
        footer = {
            "%nExamples:",
            "  tagsmith desfire originality",
            "  tagsmith desfire originality --uid 04... --signature A438..."
        })
public final class OriginalityCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--uid", paramLabel = "HEX", description = "The UID, where no card is asked.")
    @Nullable
    private String uid;

    @Option(names = "--signature", paramLabel = "HEX", description = "The signature, where no card is asked.")
    @Nullable
    private String signature;

    @Mixin
    private CardOptions card = new CardOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public OriginalityCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        if (uid != null && signature != null) {
            return verdict(new Fields("desfire originality"), Bytes.fromHex(uid), Bytes.fromHex(signature));
        }
        return card.work(context, target -> {
            Bytes read = target.channel().send(new ReadSignature());
            Bytes own = uid == null
                    ? target.channel().send(new GetVersion()).uid().orElse(Bytes.EMPTY)
                    : Bytes.fromHex(uid);
            return verdict(target.fields("desfire originality").with("apdus", target.exchanges()), own, read);
        });
    }

    private int verdict(Fields fields, Bytes uidBytes, Bytes read) throws NfcException {
        if (read.length() != ReadSignature.LENGTH) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST,
                    "a signature has " + ReadSignature.LENGTH + " bytes, not " + read.length());
        }
        Optional<OriginalityKey> signer = OriginalityKey.ofSigner(uidBytes, read);
        context.output()
                .show(fields.with("uid", uidBytes.toHex())
                        .with("signature", read.toHex())
                        .with("genuine", signer.isPresent())
                        .with("signer", signer.map(OriginalityKey::toString).orElse(null))
                        .line(signer.map(key -> "signed by NXP, key of " + key)
                                .orElse("not signed by NXP: no known key fits")));
        return signer.isPresent() ? ExitCode.OK.status() : ExitCode.REFUSED.status();
    }
}
