package io.github.tagsmith.cli.desfire.sdm;

import io.github.tagsmith.desfire.model.AccessRight;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The rights of secure dynamic messaging.
 *
 * @param metaRead the key that enciphers UID and counter; free for clear, never for none
 * @param fileRead the key of MAC and enciphered data; never for none
 * @param counterRetrieval who may ask for the counter
 */
record SdmRights(AccessRight metaRead, AccessRight fileRead, AccessRight counterRetrieval) {

    static final SdmRights NONE = new SdmRights(AccessRight.NEVER, AccessRight.NEVER, AccessRight.NEVER);

    /** {@code META,FILE,COUNTER}, each a key number, {@code free} or {@code never}. */
    static final class Word implements ITypeConverter<SdmRights> {

        @Override
        public SdmRights convert(String value) {
            String[] parts = value.split(",", -1);
            if (parts.length != 3) {
                throw wrong(value);
            }
            return new SdmRights(right(parts[0], value), right(parts[1], value), right(parts[2], value));
        }

        private static AccessRight right(String word, String value) {
            try {
                return switch (word.strip().toLowerCase(Locale.ROOT)) {
                    case "free", "e" -> AccessRight.FREE;
                    case "never", "f" -> AccessRight.NEVER;
                    default -> new AccessRight(Integer.decode(word.strip()));
                };
            } catch (IllegalArgumentException noRight) {
                throw wrong(value);
            }
        }

        private static TypeConversionException wrong(String value) {
            return new TypeConversionException(
                    "\"" + value + "\" is no list of rights: META,FILE,COUNTER, each a key number, free or never");
        }
    }
}
