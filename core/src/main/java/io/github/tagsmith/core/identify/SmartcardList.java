package io.github.tagsmith.core.identify;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.Hex;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The list of ATRs that pcsc-tools installs, {@code smartcard_list.txt}: lines of a regular expression over the hexadecimal
 * bytes, each followed by lines of text that begin with a tab. It is read where it is installed, and never shipped with us.
 */
public final class SmartcardList {

    private static final String NAME = "smartcard_list.txt";
    /** What an expression consists of before its first special character. */
    private static final String PLAIN = "0123456789ABCDEFabcdef ";

    private final Path file;

    private SmartcardList(Path file) {
        this.file = file;
    }

    /**
     * The lists there are, the one that pcsc_scan keeps up to date first.
     *
     * @param environment where XDG_CACHE_HOME and HOME are looked up
     * @return the installed lists, possibly none
     */
    public static List<SmartcardList> installed(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        Path cache = Path.of(environment.getOrDefault("XDG_CACHE_HOME", home + "/.cache"));
        return List.of(
                        cache.resolve(NAME),
                        Path.of(home, "." + NAME),
                        Path.of("/usr/local/share/pcsc", NAME),
                        Path.of("/usr/share/pcsc", NAME),
                        Path.of("/usr/local/pcsc", NAME))
                .stream()
                .filter(Files::isReadable)
                .map(SmartcardList::new)
                .toList();
    }

    /**
     * A list in a file.
     *
     * @param file the file
     * @return the list
     */
    public static SmartcardList in(Path file) {
        return new SmartcardList(file);
    }

    /**
     * The cards that have an ATR, by the first list that knows it.
     *
     * @param lists the lists, in order
     * @param atr the ATR
     * @return their texts; empty if no list knows it
     */
    public static List<String> find(List<SmartcardList> lists, Bytes atr) {
        return lists.stream()
                .map(list -> list.find(atr))
                .filter(texts -> !texts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /**
     * The cards that have an ATR.
     *
     * @param atr the ATR
     * @return their texts; empty if there are none or the list cannot be read
     */
    public List<String> find(Bytes atr) {
        String spaced = Hex.spaced(atr);
        List<String> texts = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            boolean fits = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("\t")) {
                    if (fits) {
                        texts.add(line.strip());
                    }
                } else {
                    fits = fits(line, spaced);
                }
            }
        } catch (IOException unreadable) {
            return List.of();
        }
        return texts;
    }

    /** Most lines differ where they are still plain bytes; only the others are compiled. */
    private static boolean fits(String line, String spaced) {
        if (line.isEmpty() || line.startsWith("#") || !beginsAlike(line, spaced)) {
            return false;
        }
        try {
            Matcher matcher = Pattern.compile(line, Pattern.CASE_INSENSITIVE).matcher(spaced);
            return matcher.matches();
        } catch (PatternSyntaxException noExpression) {
            return false;
        }
    }

    private static boolean beginsAlike(String line, String spaced) {
        int plain = 0;
        while (plain < line.length() && PLAIN.indexOf(line.charAt(plain)) >= 0) {
            plain++;
        }
        boolean anyway = line.indexOf('|') >= 0;
        int quantified = plain < line.length() ? 1 : 0;
        return anyway || line.regionMatches(true, 0, spaced, 0, plain - Math.min(plain, quantified));
    }
}
