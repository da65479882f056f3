package io.github.tagsmith.classic.log;

import io.github.tagsmith.classic.crypto1.RecordedAuthentication;
import io.github.tagsmith.classic.model.SectorNo;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.HexFormatException;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads logs of authentications. Both forms may be mixed; numbers are hexadecimal except the sector, words are in either case,
 * {@code #} begins a comment. nr and ar are as sent, which is encrypted.
 *
 * <pre>
 * Sec 2 key A cuid 2a234f80 nt0 1fd5536e nr0 5612a105 ar0 923af95b nt1 ... nr1 ... ar1 ...      ("Sector" as well)
 * 2a234f80 1fd5536e 5612a105 923af95b [2] [A]                                     uid nt nr ar, sector, key
 * </pre>
 *
 * Braces around the nonce of the card, {@code {1fd5536e}}, say that it was sent encrypted, as in an authentication within a
 * session; Proxmark's sources write it so. In the first form the words may also stand without a number, an {@code at} is allowed and not used. Of a UID of 7 or 10 bytes
 * the last four count.
 */
public final class AuthenticationLog {

    private static final int WORD = 4;
    private static final Pattern NAME = Pattern.compile("(nt|nr|ar|at)(\\d?)");

    private final String place;
    private final int line;

    private AuthenticationLog(String name, int line) {
        this.place = name + " line " + line;
        this.line = line;
    }

    /**
     * Reads a log.
     *
     * @param text the log
     * @param name its name, for error messages
     * @return the authentications in order, at least one
     * @throws NfcException {@code MALFORMED_INPUT} naming the line that cannot be understood
     */
    public static List<LoggedAuthentication> parse(String text, String name) throws NfcException {
        List<LoggedAuthentication> found = new ArrayList<>();
        Iterator<String> lines = text.lines().iterator();
        for (int number = 1; lines.hasNext(); number++) {
            String line = lines.next();
            int comment = line.indexOf('#');
            String content = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (!content.isEmpty()) {
                List<String> words = List.of(content.toLowerCase(Locale.ROOT).split("\\s+"));
                AuthenticationLog reader = new AuthenticationLog(name, number);
                found.addAll(words.get(0).startsWith("sec") ? reader.named(words) : List.of(reader.plain(words)));
            }
        }
        if (found.isEmpty()) {
            throw NfcException.malformed(name + " has no authentication in it");
        }
        return found;
    }

    private LoggedAuthentication plain(List<String> words) throws NfcException {
        if (words.size() < 4 || words.size() > 6) {
            throw malformed("neither \"uid nt nr ar [sector] [A|B]\" nor \"Sec N key A cuid ..\"");
        }
        String nonce = words.get(1);
        RecordedAuthentication heard = new RecordedAuthentication(
                uid(words.get(0)),
                word(bare(nonce), "nt"),
                word(words.get(2), "nr"),
                word(words.get(3), "ar"),
                isBraced(nonce));
        List<String> rest = words.subList(4, words.size());
        boolean endsWithKey = !rest.isEmpty() && rest.get(rest.size() - 1).matches("[ab]");
        Optional<KeyType> type = endsWithKey ? Optional.of(keyType(rest.get(rest.size() - 1))) : Optional.empty();
        List<String> sector = endsWithKey ? rest.subList(0, rest.size() - 1) : rest;
        if (sector.size() > 1) {
            throw malformed("the key is neither A nor B");
        }
        return new LoggedAuthentication(
                line, sector.isEmpty() ? Optional.empty() : Optional.of(sector(sector.get(0))), type, heard);
    }

    private List<LoggedAuthentication> named(List<String> words) throws NfcException {
        if (words.size() < 6
                || !words.get(0).matches("sec(tor)?")
                || !words.get(2).equals("key")
                || !words.get(4).equals("cuid")) {
            throw malformed("does not begin as \"Sec N key A cuid ..\" does");
        }
        Optional<SectorNo> sector = Optional.of(sector(words.get(1)));
        Optional<KeyType> type = Optional.of(keyType(words.get(3)));
        int uid = uid(words.get(5));
        List<LoggedAuthentication> found = new ArrayList<>();
        for (Map<String, String> heard : values(words.subList(6, words.size())).values()) {
            String nonce = need(heard, "nt");
            found.add(new LoggedAuthentication(
                    line,
                    sector,
                    type,
                    new RecordedAuthentication(
                            uid,
                            word(bare(nonce), "nt"),
                            word(need(heard, "nr"), "nr"),
                            word(need(heard, "ar"), "ar"),
                            isBraced(nonce))));
        }
        if (found.isEmpty()) {
            throw malformed("no nt, nr and ar");
        }
        return found;
    }

    private static boolean isBraced(String nonce) {
        return nonce.length() > 2 && nonce.startsWith("{") && nonce.endsWith("}");
    }

    private static String bare(String nonce) {
        return isBraced(nonce) ? nonce.substring(1, nonce.length() - 1) : nonce;
    }

    /** The words by the number behind their names, then by name. */
    private Map<String, Map<String, String>> values(List<String> words) throws NfcException {
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            Matcher name = NAME.matcher(words.get(i));
            if (words.get(i).startsWith("ks")) {
                throw malformed("a log of nested nonces: it has keystream and no answer of the reader");
            }
            if (!name.matches()) {
                throw malformed("\"" + printable(words.get(i)) + "\" where nt, nr, ar or at is expected");
            }
            if (i + 1 == words.size()) {
                throw malformed(words.get(i) + " has no value");
            }
            String value = words.get(i + 1);
            word(name.group(1).equals("nt") ? bare(value) : value, words.get(i));
            String before = values.computeIfAbsent(name.group(2), number -> new LinkedHashMap<>())
                    .put(name.group(1), value);
            if (before != null) {
                throw malformed(words.get(i) + " is there twice");
            }
        }
        return values;
    }

    private String need(Map<String, String> heard, String name) throws NfcException {
        String value = heard.get(name);
        if (value == null) {
            throw malformed("an authentication without " + name);
        }
        return value;
    }

    private SectorNo sector(String text) throws NfcException {
        if (text.matches("\\d{1,2}") && Integer.parseInt(text) < 40) {
            return new SectorNo(Integer.parseInt(text));
        }
        throw malformed("\"" + printable(text) + "\" is no sector, which is 0 to 39");
    }

    private KeyType keyType(String text) throws NfcException {
        return switch (text) {
            case "a" -> KeyType.A;
            case "b" -> KeyType.B;
            default -> throw malformed("the key is neither A nor B");
        };
    }

    private int uid(String text) throws NfcException {
        Bytes uid = hex(text, "UID");
        if (uid.length() != WORD && uid.length() != 7 && uid.length() != 10) {
            throw malformed("a UID of " + uid.length() + " bytes");
        }
        return (int) uid.slice(uid.length() - WORD).toUnsignedBigEndian();
    }

    private int word(String text, String name) throws NfcException {
        Bytes word = hex(text, name);
        if (word.length() != WORD) {
            throw malformed(name + " has " + word.length() + " bytes, not " + WORD);
        }
        return (int) word.toUnsignedBigEndian();
    }

    private Bytes hex(String text, String name) throws NfcException {
        try {
            return Bytes.fromHex(text);
        } catch (HexFormatException e) {
            throw malformed(name + " is not hexadecimal: " + e.getMessage()).withCause(e);
        }
    }

    private static String printable(String text) {
        return text.substring(0, Math.min(text.length(), 20)).replaceAll("[^\\x21-\\x7E]", "?");
    }

    private NfcException malformed(String what) {
        return NfcException.malformed(place + ": " + what);
    }
}
