package io.github.tagsmith.desfire.sdm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link that a card has filled in. Its parts are found by a template as {@link SdmTemplate} takes it, or else by their lengths in
 * digits behind the question mark: 32 or 48 PICC data, 14 UID, 6 counter, 16 MAC, further multiples of 32 enciphered data; a MAC may
 * also stand right behind other digits.
 */
public final class SunLink {

    private static final Pattern DIGITS = Pattern.compile("[0-9A-Fa-f]+");
    private static final Pattern HOLE = Pattern.compile("\\{(picc|uid|ctr|mac|from|enc(?::(\\d+))?)}");
    private static final String PICC = "picc";
    private static final String UID = "uid";
    private static final String COUNTER = "ctr";
    private static final String ENCIPHERED = "enc";
    private static final String MAC = "mac";
    private static final String FROM = "from";
    private static final int AES_PICC_DIGITS = 32;
    private static final int LRP_PICC_DIGITS = 48;
    private static final int UID_DIGITS = 14;
    private static final int COUNTER_DIGITS = 6;
    private static final int MAC_DIGITS = 16;

    private final String link;

    /** Where each part begins and ends. */
    private final Map<String, Place> places = new LinkedHashMap<>();

    private record Place(int start, int end) {}

    private SunLink(String link) {
        this.link = link;
    }

    /**
     * Finds the parts by their lengths.
     *
     * @param link the link
     * @return its parts
     * @throws NfcException {@code MALFORMED_INPUT} if there are none
     */
    public static SunMessage parts(String link) throws NfcException {
        SunLink found = new SunLink(link);
        Matcher digits = DIGITS.matcher(link);
        digits.region(Math.max(0, Math.max(link.indexOf('?'), link.indexOf('#'))), link.length());
        while (digits.find()) {
            found.put(digits.start(), digits.end());
        }
        found.splitMac();
        if (found.places.isEmpty()) {
            throw NfcException.malformed("there is nothing in the link that a card has mirrored")
                    .withHint("a template says where it is: https://example.com/?p={picc}&m={mac}");
        }
        return found.message();
    }

    private void put(int start, int end) {
        Place place = new Place(start, end);
        int length = end - start;
        boolean known = places.containsKey(PICC) || places.containsKey(UID);
        switch (length) {
            case COUNTER_DIGITS -> places.putIfAbsent(COUNTER, place);
            case UID_DIGITS -> places.putIfAbsent(UID, place);
            case MAC_DIGITS -> places.put(MAC, place);
            default -> {
                if (length % AES_PICC_DIGITS == 0) {
                    places.putIfAbsent(known || length > AES_PICC_DIGITS ? ENCIPHERED : PICC, place);
                } else if (length % AES_PICC_DIGITS == MAC_DIGITS && known) {
                    places.putIfAbsent(ENCIPHERED, new Place(start, end - MAC_DIGITS));
                    places.put(MAC, new Place(end - MAC_DIGITS, end));
                } else if (length == LRP_PICC_DIGITS) {
                    places.putIfAbsent(PICC, place);
                }
            }
        }
    }

    /** What looks like PICC data of LRP is that of AES with the MAC behind it, if there is no other MAC. */
    private void splitMac() {
        Place picc = places.get(PICC);
        if (picc != null && !places.containsKey(MAC) && picc.end() - picc.start() == LRP_PICC_DIGITS) {
            places.put(PICC, new Place(picc.start(), picc.end() - MAC_DIGITS));
            places.put(MAC, new Place(picc.end() - MAC_DIGITS, picc.end()));
        }
    }

    /**
     * Finds the parts by a template.
     *
     * @param link the link
     * @param template the link with its holes
     * @return its parts
     * @throws NfcException {@code MALFORMED_INPUT} if the link does not fit the template
     */
    public static SunMessage parts(String link, String template) throws NfcException {
        SunLink found = new SunLink(link);
        StringBuilder pattern = new StringBuilder();
        List<String> names = new ArrayList<>();
        Matcher hole = HOLE.matcher(template);
        int from = 0;
        while (hole.find()) {
            pattern.append(Pattern.quote(template.substring(from, hole.start())))
                    .append(digits(hole));
            names.add(hole.group(2) == null ? hole.group(1) : ENCIPHERED);
            from = hole.end();
        }
        pattern.append(Pattern.quote(template.substring(from)));
        Matcher matcher = Pattern.compile(pattern.toString()).matcher(link);
        if (!matcher.find()) {
            throw NfcException.malformed("the link does not fit the template " + template);
        }
        for (int i = 0; i < names.size(); i++) {
            found.places.put(names.get(i), new Place(matcher.start(i + 1), matcher.end(i + 1)));
        }
        return found.message();
    }

    private static String digits(Matcher hole) {
        String count = hole.group(2);
        return switch (hole.group(1)) {
            case PICC -> "([0-9A-Fa-f]{48}|[0-9A-Fa-f]{32})";
            case UID -> "([0-9A-Fa-f]{14})";
            case COUNTER -> "([0-9A-Fa-f]{6})";
            case MAC -> "([0-9A-Fa-f]{16})";
            case FROM -> "()";
            default -> count == null ? "((?:[0-9A-Fa-f]{32})+)" : "([0-9A-Fa-f]{" + 2 * Integer.parseInt(count) + "})";
        };
    }

    private SunMessage message() {
        PiccData clear = places.containsKey(PICC)
                ? new PiccData(Optional.empty(), Optional.empty())
                : new PiccData(bytes(UID), bytes(COUNTER).map(digits -> (int) digits.toUnsignedBigEndian()));
        return new SunMessage(bytes(PICC), clear, bytes(ENCIPHERED), bytes(MAC), texts());
    }

    private Optional<Bytes> bytes(String part) {
        return place(part).map(at -> Bytes.fromHex(link.substring(at.start(), at.end())));
    }

    private Optional<Place> place(String part) {
        return Optional.ofNullable(places.get(part));
    }

    /** From where a template says; else from any place: first where cards are usually set to, then everywhere. */
    private List<String> texts() {
        if (!places.containsKey(MAC)) {
            return List.of();
        }
        int mac = places.get(MAC).start();
        Function<Integer, String> covered = start -> link.substring(start, mac);
        if (places.containsKey(FROM)) {
            int start = places.get(FROM).start();
            return start <= mac ? List.of(covered.apply(start)) : List.of();
        }
        Set<Integer> starts = new LinkedHashSet<>();
        starts.add(mac);
        for (String part : List.of(ENCIPHERED, PICC, UID, COUNTER)) {
            place(part).map(Place::start).filter(start -> start < mac).ifPresent(starts::add);
        }
        for (int start = 0; start < mac; start++) {
            starts.add(start);
        }
        return starts.stream().map(covered).toList();
    }
}
