package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.model.AccessRight;
import io.github.tagsmith.desfire.model.AccessRights;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DfName;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.IsoFileId;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.model.KeySetNo;
import io.github.tagsmith.desfire.model.KeySettings;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The words of the command line for DESFire terms. */
final class Words {

    private Words() {}

    private static TypeConversionException no(String value, String what) {
        return new TypeConversionException("\"" + value + "\" is no " + what);
    }

    private static <T> T number(String value, String what, IntFunction<T> maker) {
        try {
            return maker.apply(Integer.decode(value));
        } catch (IllegalArgumentException e) {
            throw no(value, what);
        }
    }

    private static int hex(String value, int digits, String what) {
        String bare = value.startsWith("0x") || value.startsWith("0X") ? value.substring(2) : value;
        if (bare.length() > digits || bare.isEmpty()) {
            throw no(value, what);
        }
        try {
            return Integer.parseInt(bare, 16);
        } catch (NumberFormatException e) {
            throw no(value, what);
        }
    }

    /** A number of up to 32 bits. Throws {@link IllegalArgumentException} if it is none. */
    static long unsigned(String value) {
        try {
            return Long.decode(value);
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("\"" + value + "\" is no number: decimal or 0x", noNumber);
        }
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** How many of something. */
    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** A communication mode in one word. */
    static String mode(CommMode mode) {
        return lower(mode);
    }

    /** Rights as {@code --rights} takes them: read, write, both, change. */
    static String rights(AccessRights rights) {
        return Stream.of(rights.read(), rights.write(), rights.readWrite(), rights.change())
                .map(AccessRight::toString)
                .collect(Collectors.joining(","));
    }

    static final class AidWord implements ITypeConverter<Aid> {

        @Override
        public Aid convert(String value) {
            try {
                return Aid.of(value);
            } catch (IllegalArgumentException e) {
                throw no(value, "application identifier: six hexadecimal digits, as in 001234");
            }
        }
    }

    static final class FileNoWord implements ITypeConverter<FileNo> {

        @Override
        public FileNo convert(String value) {
            return number(value, "file number: 0 to 31", FileNo::new);
        }
    }

    static final class KeyNoWord implements ITypeConverter<KeyNo> {

        @Override
        public KeyNo convert(String value) {
            return number(value, "key number: 0 to 63", KeyNo::new);
        }
    }

    static final class KeySetNoWord implements ITypeConverter<KeySetNo> {

        @Override
        public KeySetNo convert(String value) {
            return number(value, "key set: 0 to 15", KeySetNo::new);
        }
    }

    static final class NumberWord implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String value) {
            return number(value, "number: decimal or 0x", Integer::valueOf);
        }
    }

    static final class BytesWord implements ITypeConverter<Bytes> {

        @Override
        public Bytes convert(String value) {
            try {
                return Bytes.fromHex(value);
            } catch (IllegalArgumentException noHex) {
                throw no(value, "hexadecimal text: " + noHex.getMessage());
            }
        }
    }

    static final class IsoFileIdWord implements ITypeConverter<IsoFileId> {

        @Override
        public IsoFileId convert(String value) {
            return new IsoFileId(hex(value, 4, "ISO file identifier: up to 4 hexadecimal digits"));
        }
    }

    static final class DfNameWord implements ITypeConverter<DfName> {

        private static final String TEXT = "text:";

        @Override
        public DfName convert(String value) {
            try {
                if (value.equalsIgnoreCase("ndef")) {
                    return DfName.NDEF;
                }
                return new DfName(
                        value.startsWith(TEXT)
                                ? Bytes.of(value.substring(TEXT.length()).getBytes(StandardCharsets.US_ASCII))
                                : Bytes.fromHex(value));
            } catch (IllegalArgumentException noName) {
                throw no(value, "DF name: 1 to 16 bytes in hex, text:... or ndef");
            }
        }
    }

    static final class KeySettingsWord implements ITypeConverter<KeySettings> {

        @Override
        public KeySettings convert(String value) {
            return new KeySettings(hex(value, 2, "key settings byte: 2 hexadecimal digits"));
        }
    }

    static final class AlgorithmWord implements ITypeConverter<KeyAlgorithm> {

        @Override
        public KeyAlgorithm convert(String value) {
            return Arrays.stream(KeyAlgorithm.values())
                    .filter(algorithm -> algorithm.toString().equalsIgnoreCase(value))
                    .findFirst()
                    .orElseThrow(() -> no(value, "algorithm: des, 2k3des, 3k3des or aes"));
        }
    }

    static final class MethodWord implements ITypeConverter<AuthenticationMethod> {

        @Override
        public AuthenticationMethod convert(String value) {
            return Arrays.stream(AuthenticationMethod.values())
                    .filter(method -> method.toString().equalsIgnoreCase(value))
                    .findFirst()
                    .orElseThrow(() -> no(value, "method: auto, d40, iso, aes, ev2 or lrp"));
        }
    }

    /** Read, write, both, change: a key number, {@code free} (E) or {@code never} (F) each. */
    static final class RightsWord implements ITypeConverter<AccessRights> {

        private static final String WHAT =
                "list of rights: R,W,RW,C, each a key number, free or never; or 4 hexadecimal digits as on the wire";

        @Override
        public AccessRights convert(String value) {
            String[] parts = value.split(",", -1);
            if (parts.length == 4) {
                return new AccessRights(right(parts[0]), right(parts[1]), right(parts[2]), right(parts[3]));
            }
            if (value.length() == 4) {
                int wire = hex(value, 4, WHAT);
                return AccessRights.fromWire(Bytes.bigEndian(wire, 2));
            }
            throw no(value, WHAT);
        }

        private static AccessRight right(String word) {
            return switch (word.strip().toLowerCase(Locale.ROOT)) {
                case "free", "e" -> AccessRight.FREE;
                case "never", "f" -> AccessRight.NEVER;
                default -> number(word.strip(), WHAT, AccessRight::new);
            };
        }
    }
}
