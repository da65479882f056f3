package io.github.tagsmith.cli.desfire.sdm;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.cli.output.Printable;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.sdm.SdmCipher;
import io.github.tagsmith.desfire.sdm.SdmKeys;
import io.github.tagsmith.desfire.sdm.SunLink;
import io.github.tagsmith.desfire.sdm.SunMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desfire sdm verify}. */
@Command(
        name = "verify",
        description = {
            "Check a message that a card has mirrored itself into (SUN), and decipher it.",
            "Needs no card. A wrong or missing MAC ends with status 5."
        },
        footer = {
            "%nExamples:",
            "  tagsmith desfire sdm verify 'https://example.com/?p=EF96...&m=94EE...'",
            "  tagsmith desfire sdm verify URL --meta-key @meta.txt --file-key @file.txt",
            "  tagsmith desfire sdm verify URL --template 'https://x.org/{picc}{mac}'",
            "  tagsmith desfire sdm verify --uid 041E3C8A2D6B80 --counter 6 --mac 4B00..."
        })
public final class SdmVerifyCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(index = "0", arity = "0..1", paramLabel = "URL", description = "The link as it was read.")
    @Nullable
    private String link;

    @Option(
            names = "--template",
            paramLabel = "URL",
            description =
                    "Where things are in it: {picc}, {uid}, {ctr}, {enc:N}, {from} (the MAC covers what follows),"
                            + " {mac}. Without, they are known by their lengths, and the start of what the MAC covers is searched.")
    @Nullable
    private String template;

    @Mixin
    private SunParts parts = new SunParts();

    @Mixin
    private SdmKeyOptions keys = new SdmKeyOptions();

    @Option(names = "--no-mac", description = "Decipher only. Anybody may have made the message.")
    private boolean noMac;

    /**
     * The command.
     *
     * @param context what it works with
     */
    public SdmVerifyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        SunMessage message = message();
        SunMessage.Reading reading = reading(message);
        show(reading);
        return ExitCode.OK.status();
    }

    private SunMessage message() throws NfcException {
        String given = link;
        if ((given == null) != parts.isGiven()) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "a message is given as a link, or in its parts")
                    .withHint("for instance --picc HEX --mac HEX, or --uid HEX --counter N --mac HEX");
        }
        try {
            if (given == null) {
                return parts.message();
            }
            return template == null ? SunLink.parts(given) : SunLink.parts(given, template);
        } catch (NumberFormatException noNumber) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "the counter is no number: decimal or 0x")
                    .withCause(noNumber);
        } catch (IllegalArgumentException wrong) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, String.valueOf(wrong.getMessage())).withCause(wrong);
        }
    }

    /** With each cipher that may be meant; what is said of the first is said where none fits. */
    private SunMessage.Reading reading(SunMessage message) throws NfcException {
        List<SdmCipher> ciphers = keys.cipher().map(List::of).orElseGet(message::ciphers);
        if (ciphers.isEmpty()) {
            throw NfcException.malformed("enciphered UID and counter have 16 bytes, or 24 with LRP");
        }
        Optional<NfcException> first = Optional.empty();
        for (SdmCipher cipher : ciphers) {
            try {
                SdmKeys with = keys.keys(context, cipher);
                return noMac ? message.decipher(with) : message.verify(with);
            } catch (NfcException refused) {
                if (refused.kind() != ErrorKind.AUTHENTICATION_FAILED) {
                    throw refused;
                }
                first = first.or(() -> Optional.of(explained(refused, message)));
            }
        }
        throw first.orElseThrow();
    }

    private NfcException explained(NfcException refused, SunMessage message) {
        if (message.mac().isPresent()) {
            return refused.withHint(
                    "it was changed, or the card has other keys: --meta-key, --file-key (default: zeros)");
        }
        return refused.withHint("--template shows where it is; --no-mac deciphers all the same, which proves nothing");
    }

    private void show(SunMessage.Reading reading) {
        Fields fields = new Fields("desfire sdm verify");
        String cipher = reading.cipher().toString();
        fields.with("genuine", reading.covered().isPresent() ? true : null)
                .with("cipher", cipher.toLowerCase(Locale.ROOT))
                .with("uid", reading.picc().uid().map(Bytes::toHex).orElse(null))
                .with("counter", reading.picc().readCounter().orElse(null))
                .with("covered", reading.covered().orElse(null))
                .with("data", reading.data().map(Bytes::toHex).orElse(null));
        fields.line(
                reading.covered().isPresent()
                        ? "genuine     the MAC is right, " + cipher
                        : "unproven    no MAC was checked, " + cipher);
        reading.picc().uid().ifPresent(uid -> fields.line("UID         " + uid));
        reading.picc().readCounter().ifPresent(counter -> fields.line("counter     " + counter));
        reading.covered()
                .ifPresent(text -> fields.line("covered     "
                        + (text.isEmpty() ? "UID and counter, no text" : "UID, counter and " + Printable.of(text))));
        reading.data().ifPresent(data -> fields.line("data        " + data + "  " + Printable.ascii(data)));
        context.output().show(fields);
    }
}
