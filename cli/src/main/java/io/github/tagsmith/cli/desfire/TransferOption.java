package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.feature.TlvProperties;
import io.github.tagsmith.desfire.FileContent;
import io.github.tagsmith.desfire.FileOperation;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.channel.FrameLimits;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.transfer.TransferForm;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** In which commands the content of a file travels. */
final class TransferOption {

    @Option(
            names = "--transfer",
            paramLabel = "FORM",
            converter = FormWord.class,
            defaultValue = "auto",
            description = "auto, extended, short, binary or native (default: the fewest exchanges that card, reader and"
                    + " session allow).")
    private Auto<TransferForm> form = Auto.open();

    TransferOption() {}

    /** A file of the selected application; the reader is asked how long APDUs may be. */
    FileContent content(TargetCard target, FileNo file, FileOperation operation) throws NfcException {
        DesfireChannel channel = target.channel();
        Optional<TransferForm> wanted = form.fixed();
        if (wanted.equals(Optional.of(TransferForm.EXTENDED))) {
            channel.setLimits(FrameLimits.SHORT.extended(FrameLimits.LONGEST));
        } else if (wanted.isEmpty()) {
            OptionalInt longest = TlvProperties.extendedApdu(target.card());
            longest.ifPresent(bytes -> channel.setLimits(FrameLimits.SHORT.extended(bytes)));
        }
        return target.file(FileUse.of(file, operation), wanted);
    }

    static final class FormWord implements ITypeConverter<Auto<TransferForm>> {

        @Override
        public Auto<TransferForm> convert(String value) {
            String word = value.toUpperCase(Locale.ROOT);
            if (word.equals("AUTO")) {
                return Auto.open();
            }
            return Arrays.stream(TransferForm.values())
                    .filter(known -> known.name().equals(word))
                    .findFirst()
                    .map(Auto::fixed)
                    .orElseThrow(() -> new TypeConversionException(
                            "\"" + value + "\" is no form of transfer: auto, extended, short, binary or native"));
        }
    }
}
