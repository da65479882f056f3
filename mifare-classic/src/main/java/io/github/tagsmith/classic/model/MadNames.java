package io.github.tagsmith.classic.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What applications of the directory are called: by their own name where it is known, else by that of their cluster. */
public final class MadNames {

    private static final Map<String, String> NAMES = load();

    private MadNames() {}

    private static Map<String, String> load() {
        try (InputStream in = Objects.requireNonNull(MadNames.class.getResourceAsStream("mad-names.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1].replace("\t", ", ")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The name of an application.
     *
     * @param aid the application
     * @return its name and company, or that of its cluster; empty if neither is known
     */
    public static Optional<String> of(MadAid aid) {
        return Optional.ofNullable(NAMES.get(aid.toString()))
                .or(() -> Optional.ofNullable(NAMES.get(String.format("%02X", aid.cluster()))));
    }
}
