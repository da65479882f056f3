package io.github.tagsmith.cli.desfire.sdm;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.DesfireKeys;
import io.github.tagsmith.core.bytes.SecretBytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.sdm.SdmCipher;
import io.github.tagsmith.desfire.sdm.SdmKeys;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The keys of a file with secure dynamic messaging, and the card's cipher. */
final class SdmKeyOptions {

    @Option(
            names = "--meta-key",
            paramLabel = "KEY",
            defaultValue = "default",
            description =
                    "The key of UID and counter (SDMMetaRead): default (zeros), hex, @FILE, env:NAME or - (asked).")
    private String meta = "default";

    @Option(
            names = "--file-key",
            paramLabel = "KEY",
            defaultValue = "default",
            description = "The key of MAC and enciphered data (SDMFileRead), given likewise.")
    private String file = "default";

    @Option(
            names = "--cipher",
            paramLabel = "NAME",
            converter = CipherWord.class,
            description = "aes or lrp (default: as the message looks; aes where nothing tells).")
    @Nullable
    private SdmCipher cipher;

    SdmKeyOptions() {}

    Optional<SdmCipher> cipher() {
        return Optional.ofNullable(cipher);
    }

    SdmKeys keys(CommandContext context, SdmCipher with) throws NfcException {
        return new SdmKeys(with, aes(context, meta), aes(context, file));
    }

    private static SecretBytes aes(CommandContext context, String text) throws NfcException {
        DesfireKey key = new DesfireKeys(context.terminal()).read(text).key(KeyAlgorithm.AES);
        if (key.algorithm() != KeyAlgorithm.AES) {
            throw new NfcException(
                    ErrorKind.INVALID_REQUEST,
                    "secure dynamic messaging works with AES keys of 16 bytes, not with one for " + key.algorithm());
        }
        return key.value();
    }

    static final class CipherWord implements ITypeConverter<SdmCipher> {

        @Override
        public SdmCipher convert(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "aes" -> SdmCipher.AES;
                case "lrp" -> SdmCipher.LRP;
                default -> throw new TypeConversionException("\"" + value + "\" is no cipher: aes or lrp");
            };
        }
    }
}
