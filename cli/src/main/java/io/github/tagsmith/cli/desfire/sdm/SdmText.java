package io.github.tagsmith.cli.desfire.sdm;

import io.github.tagsmith.desfire.model.AccessRight;
import io.github.tagsmith.desfire.model.SdmSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings of secure dynamic messaging in words and as JSON. */
public final class SdmText {

    private SdmText() {}

    /**
     * As JSON.
     *
     * @param sdm the settings
     * @return its members
     */
    public static Map<String, @Nullable Object> json(SdmSettings sdm) {
        SdmSettings.Offsets offsets = sdm.offsets();
        Map<String, @Nullable Object> places = new LinkedHashMap<>();
        places.put("uid", offsets.uid().orElse(null));
        places.put("counter", offsets.readCounter().orElse(null));
        places.put("picc", offsets.piccData().orElse(null));
        places.put("tamper", offsets.tamperStatus().orElse(null));
        places.put("macInput", offsets.macInput().orElse(null));
        places.put("enc", offsets.enciphered().map(SdmSettings.Part::offset).orElse(null));
        places.put(
                "encLength", offsets.enciphered().map(SdmSettings.Part::length).orElse(null));
        places.put("mac", offsets.mac().orElse(null));
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("uid", sdm.uid());
        json.put("readCounter", sdm.readCounter());
        json.put("metaRead", sdm.metaRead().toString());
        json.put("fileRead", sdm.fileRead().toString());
        json.put("counterRetrieval", sdm.counterRetrieval().toString());
        json.put("offsets", places);
        json.put("readCounterLimit", sdm.readCounterLimit().orElse(null));
        return json;
    }

    /**
     * In words, as a card's owner would check them.
     *
     * @param sdm the settings
     * @return one or more lines
     */
    public static List<String> lines(SdmSettings sdm) {
        List<String> lines = new ArrayList<>();
        SdmSettings.Offsets offsets = sdm.offsets();
        offsets.piccData()
                .ifPresent(at -> lines.add(mirrored(sdm) + " at " + at + ", enciphered with " + who(sdm.metaRead())));
        offsets.uid().ifPresent(at -> lines.add("UID at " + at + ", in clear"));
        offsets.readCounter().ifPresent(at -> lines.add("counter at " + at + ", in clear"));
        offsets.tamperStatus().ifPresent(at -> lines.add("tamper state at " + at));
        offsets.enciphered()
                .ifPresent(part -> lines.add("file data at " + part.offset() + ", " + part.length()
                        + " digits enciphered with " + who(sdm.fileRead())));
        offsets.mac()
                .ifPresent(at -> lines.add("MAC at " + at
                        + covering(offsets.macInput().orElse(at), at) + ", with " + who(sdm.fileRead())));
        if (sdm.readCounter()) {
            lines.add("counter told to " + who(sdm.counterRetrieval())
                    + sdm.readCounterLimit()
                            .map(limit -> ", limit " + limit + " reads")
                            .orElse(""));
        }
        return lines;
    }

    private static String mirrored(SdmSettings sdm) {
        if (sdm.uid() && sdm.readCounter()) {
            return "UID and counter";
        }
        return sdm.uid() ? "UID" : sdm.readCounter() ? "counter" : "nothing";
    }

    private static String covering(int from, int mac) {
        return from == mac ? ", covering no text" : ", covering from " + from;
    }

    private static String who(AccessRight right) {
        return right.key().map(key -> "key " + key).orElse(right.equals(AccessRight.FREE) ? "everybody" : "nobody");
    }
}
