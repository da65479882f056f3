package io.github.tagsmith.cli.desfire.sdm;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.ndef.NdefMessage;
import io.github.tagsmith.core.ndef.UriRecord;
import io.github.tagsmith.core.ndef.WellKnown;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.AccessRight;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.SdmSettings;
import io.github.tagsmith.desfire.sdm.MirroredFile;
import io.github.tagsmith.desfire.sdm.SdmCipher;
import io.github.tagsmith.desfire.sdm.SdmTemplate;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desfire sdm compute}. */
@Command(
        name = "compute",
        description = {"The link that a card would show: what `desfire sdm verify` checks.", "Needs no card."},
        footer = {
            "%nExamples:",
            "  tagsmith desfire sdm compute 'https://example.com/?p={picc}&m={mac}' \\",
            "      --uid 04958CAA5C5E80 --counter 8 --file-key @file.txt",
            "  tagsmith desfire sdm compute 'https://x.org/?u={uid}&c={ctr}&m={mac}' \\",
            "      --uid 041E3C8A2D6B80 --counter 6"
        })
public final class SdmComputeCommand implements Callable<Integer> {

    private static final AccessRight ANY_KEY = AccessRight.of(KeyNo.MASTER);
    private static final int LENGTH_BYTES = 2;

    private final CommandContext context;

    @Parameters(
            index = "0",
            paramLabel = "TEMPLATE",
            description = "The link with {picc} or {uid} and {ctr}, {enc:N}, {from}, {mac} in it; see"
                    + " `desfire sdm template --help`.")
    private String template = "";

    @Option(names = "--uid", paramLabel = "HEX", required = true, description = "The UID, 7 bytes.")
    private String uid = "";

    @Option(
            names = "--counter",
            paramLabel = "N",
            required = true,
            description = "The number of the read: decimal or 0x.")
    private String counter = "";

    @Option(
            names = "--data",
            paramLabel = "TEXT",
            description = "What the file holds where it is enciphered (default: as many 0).")
    @Nullable
    private String data;

    @Option(
            names = "--random",
            paramLabel = "HEX",
            description = "The card's random bytes, so that the result is the same each time.")
    @Nullable
    private String random;

    @Mixin
    private SdmKeyOptions keys = new SdmKeyOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public SdmComputeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        SdmCipher cipher = keys.cipher().orElse(SdmCipher.AES);
        String link;
        try {
            link = link(cipher);
        } catch (NumberFormatException noNumber) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "\"" + counter + "\" is no number: decimal or 0x");
        } catch (IllegalArgumentException wrong) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, String.valueOf(wrong.getMessage())).withCause(wrong);
        }
        context.output()
                .show(new Fields("desfire sdm compute")
                        .with("cipher", cipher.toString().toLowerCase(Locale.ROOT))
                        .with("url", link)
                        .line(link));
        return ExitCode.OK.status();
    }

    private String link(SdmCipher cipher) throws NfcException {
        SdmTemplate made = SdmTemplate.of(template, cipher, ANY_KEY, ANY_KEY, AccessRight.NEVER);
        Bytes file = filled(made);
        Bytes seen = new MirroredFile(made.settings(), keys.keys(context, cipher))
                .mirror(file, Bytes.fromHex(uid), Integer.decode(counter), source());
        WellKnown record = WellKnown.of(
                        NdefMessage.parse(seen.slice(LENGTH_BYTES)).records().get(0))
                .orElseThrow();
        return ((UriRecord) record).uri();
    }

    /** With the data in the place where the card enciphers it. */
    private Bytes filled(SdmTemplate made) {
        Optional<SdmSettings.Part> place = made.settings().offsets().enciphered();
        if (data == null) {
            return made.file();
        }
        Bytes text = Bytes.of(data.getBytes(StandardCharsets.UTF_8));
        int room = place.map(part -> part.length() / 2).orElse(0);
        if (text.length() > room) {
            throw new IllegalArgumentException(
                    "there is room for " + room + " bytes of data in the link, not for " + text.length());
        }
        return made.file().with(place.orElseThrow().offset(), text);
    }

    private RandomSource source() {
        if (random == null) {
            return RandomSource.secure();
        }
        Bytes[] left = {Bytes.fromHex(random)};
        return length -> {
            if (left[0].length() < length) {
                throw new IllegalArgumentException("--random has too few bytes: " + length + " more are needed");
            }
            Bytes next = left[0].slice(0, length);
            left[0] = left[0].slice(length);
            return next;
        };
    }
}
