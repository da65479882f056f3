package io.github.tagsmith.cli.desfire.sdm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.sdm.PiccData;
import io.github.tagsmith.desfire.sdm.SunMessage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A message given in its parts. */
final class SunParts {

    @Option(names = "--picc", paramLabel = "HEX", description = "Instead of a link: enciphered UID and counter.")
    @Nullable
    private String picc;

    @Option(names = "--uid", paramLabel = "HEX", description = "The UID, where it is in clear.")
    @Nullable
    private String uid;

    @Option(
            names = "--counter",
            paramLabel = "N",
            description = "The counter, where it is in clear: decimal or 0x; as mirrored it is hexadecimal.")
    @Nullable
    private String counter;

    @Option(names = "--enc", paramLabel = "HEX", description = "The enciphered part of the file.")
    @Nullable
    private String enciphered;

    @Option(names = "--mac", paramLabel = "HEX", description = "The MAC, 8 bytes.")
    @Nullable
    private String mac;

    @Option(names = "--mac-input", paramLabel = "TEXT", description = "The text that the MAC covers (default: none).")
    private String text = "";

    SunParts() {}

    boolean isGiven() {
        return picc != null || uid != null || counter != null || enciphered != null || mac != null;
    }

    /** Throws {@link IllegalArgumentException} if something has a wrong length. */
    SunMessage message() {
        return new SunMessage(
                bytes(picc),
                new PiccData(bytes(uid), Optional.ofNullable(counter).map(Integer::decode)),
                bytes(enciphered),
                bytes(mac),
                List.of(text));
    }

    private static Optional<Bytes> bytes(@Nullable String hex) {
        return Optional.ofNullable(hex).map(Bytes::fromHex);
    }
}
