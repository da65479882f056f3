package io.github.tagsmith.desfire.sdm;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.ndef.NdefMessage;
import io.github.tagsmith.core.ndef.UriRecord;
import io.github.tagsmith.desfire.model.AccessRight;
import io.github.tagsmith.desfire.model.SdmSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link with holes in it that the card fills, for instance {@code https://example.com/?p={picc}&m={mac}}.
 *
 * <pre>
 * {picc}     UID and counter, enciphered      {enc:N}   N bytes of the file, enciphered; a multiple of 16
 * {uid}      UID in clear                     {mac}     MAC
 * {ctr}      counter in clear                 {from}    where the MAC begins to cover the text; else {enc:N}, else {mac}
 * </pre>
 *
 * @param file the content of the NDEF file, length bytes included, with zeros in the holes
 * @param settings the settings that fit it
 */
public record SdmTemplate(Bytes file, SdmSettings settings) {

    private static final Pattern HOLE = Pattern.compile("\\{([a-z]+)(?::(\\d+))?}");
    private static final int BLOCK = 16;
    private static final int LENGTH_BYTES = 2;
    private static final int UID_DIGITS = 14;
    private static final int COUNTER_DIGITS = 6;
    private static final int MAC_DIGITS = 16;

    /** Where a hole begins in the link, and how long it is. */
    private record Hole(int start, int length) {}

    /**
     * Works out file and offsets.
     *
     * @param link the link with its holes
     * @param cipher the card's cipher
     * @param metaRead the key of {@code {picc}}; not used without one
     * @param fileRead the key of {@code {mac}} and {@code {enc:N}}; not used without them
     * @param counterRetrieval who may ask for the counter
     * @return file and settings
     */
    public static SdmTemplate of(
            String link, SdmCipher cipher, AccessRight metaRead, AccessRight fileRead, AccessRight counterRetrieval) {
        Map<String, Hole> holes = new LinkedHashMap<>();
        StringBuilder filled = new StringBuilder();
        Matcher matcher = HOLE.matcher(link);
        int from = 0;
        while (matcher.find()) {
            filled.append(link, from, matcher.start());
            Hole hole = new Hole(filled.length(), length(matcher, cipher));
            if (holes.put(matcher.group(1), hole) != null) {
                throw new IllegalArgumentException("two holes " + matcher.group() + " in the link");
            }
            filled.append("0".repeat(hole.length()));
            from = matcher.end();
        }
        if (holes.isEmpty()) {
            throw new IllegalArgumentException("no hole in the link, such as {picc}, {uid} or {mac}");
        }
        String uri = filled.append(link.substring(from)).toString();
        Bytes message = new NdefMessage(List.of(new UriRecord(uri).toRecord())).encode();
        Bytes file = Bytes.bigEndian(message.length(), LENGTH_BYTES).plus(message);
        int base = file.length() - uri.length();
        return new SdmTemplate(file, settings(holes, base, metaRead, fileRead, counterRetrieval));
    }

    private static int length(Matcher hole, SdmCipher cipher) {
        String count = hole.group(2);
        boolean counted = hole.group(1).equals("enc");
        if (counted != (count != null)) {
            throw new IllegalArgumentException(
                    "no hole " + hole.group() + "; it is {enc:N}, the others have no number");
        }
        return switch (hole.group(1)) {
            case "picc" -> 2 * cipher.piccDataLength();
            case "uid" -> UID_DIGITS;
            case "ctr" -> COUNTER_DIGITS;
            case "mac" -> MAC_DIGITS;
            case "from" -> 0;
            case "enc" -> encipheredLength(Integer.parseInt(count == null ? "0" : count));
            default ->
                throw new IllegalArgumentException(
                        "no hole " + hole.group() + "; there are picc, uid, ctr, enc:N, from and mac");
        };
    }

    private static int encipheredLength(int bytes) {
        if (bytes <= 0 || bytes % BLOCK != 0) {
            throw new IllegalArgumentException("enciphered data has a multiple of 16 bytes, not " + bytes);
        }
        return 2 * bytes;
    }

    private static SdmSettings settings(
            Map<String, Hole> holes,
            int base,
            AccessRight metaRead,
            AccessRight fileRead,
            AccessRight counterRetrieval) {
        boolean enciphered = holes.containsKey("picc");
        boolean clear = holes.containsKey("uid") || holes.containsKey("ctr");
        if (enciphered && clear) {
            throw new IllegalArgumentException("a card mirrors {picc}, or {uid} and {ctr}, not both");
        }
        if (holes.containsKey("enc") && !holes.containsKey("mac")) {
            throw new IllegalArgumentException("{enc:N} needs a {mac}");
        }
        Optional<Integer> mac = at(holes, "mac", base);
        Optional<Integer> macInput = mac.isPresent()
                ? at(holes, "from", base).or(() -> at(holes, "enc", base)).or(() -> mac)
                : Optional.empty();
        if (mac.isPresent() && macInput.isPresent() && macInput.get() > mac.get()) {
            throw new IllegalArgumentException("{from} or {enc:N} stands behind {mac}");
        }
        Optional<SdmSettings.Part> part = Optional.ofNullable(holes.get("enc"))
                .map(hole -> new SdmSettings.Part(base + hole.start(), hole.length()));
        return new SdmSettings(
                enciphered || holes.containsKey("uid"),
                enciphered || holes.containsKey("ctr"),
                true,
                enciphered ? metaRead : clear ? AccessRight.FREE : AccessRight.NEVER,
                mac.isPresent() ? fileRead : AccessRight.NEVER,
                counterRetrieval,
                new SdmSettings.Offsets(
                        at(holes, "uid", base),
                        at(holes, "ctr", base),
                        at(holes, "picc", base),
                        Optional.empty(),
                        macInput,
                        part,
                        mac),
                Optional.empty());
    }

    private static Optional<Integer> at(Map<String, Hole> holes, String name, int base) {
        return Optional.ofNullable(holes.get(name)).map(hole -> base + hole.start());
    }
}
