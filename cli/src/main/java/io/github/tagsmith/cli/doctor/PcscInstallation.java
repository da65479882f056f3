package io.github.tagsmith.cli.doctor;

import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.pcsc.nat.PcscLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The PC/SC library in use and, on a Debian system, the packages that belong to it.
 *
 * @param root the root of the file system
 */
record PcscInstallation(Path root) {

    private static final Set<String> PACKAGES =
            Set.of("libpcsclite1", "pcscd", "libccid", "libacsccid1", "libifd-vpcd", "vsmartcard-vpcd");

    private static final String NAME = "Package: ";
    private static final String VERSION = "Version: ";

    /** The library that is found, with its file and packages; or why there is none. */
    static String found(Map<String, String> environment) {
        try {
            PcscLibrary library = PcscLibrary.load(environment);
            PcscInstallation here = new PcscInstallation(Path.of("/"));
            String file = here.loadedFile().map(path -> " (" + path + ")").orElse("");
            String packages = here.packages().entrySet().stream()
                    .map(each -> ", " + each.getKey() + " " + each.getValue())
                    .collect(Collectors.joining());
            return library.name() + file + packages;
        } catch (NfcException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** The file that the library of pcsc-lite was loaded from, as Linux tells. */
    private Optional<String> loadedFile() {
        try (Stream<String> lines = Files.lines(root.resolve("proc/self/maps"), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains("pcsclite") && line.contains("/"))
                    .map(line -> line.substring(line.indexOf('/')))
                    .findFirst();
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }

    /** Versions of the packages that are installed, by name. */
    Map<String, String> packages() {
        Map<String, String> versions = new TreeMap<>();
        try (Stream<String> lines = Files.lines(root.resolve("var/lib/dpkg/status"), StandardCharsets.ISO_8859_1)) {
            String name = "";
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.startsWith(NAME)) {
                    name = line.substring(NAME.length());
                } else if (line.startsWith(VERSION) && PACKAGES.contains(name)) {
                    versions.put(name, line.substring(VERSION.length()));
                }
            }
        } catch (IOException notDebian) {
            return Map.of();
        }
        return versions;
    }
}
