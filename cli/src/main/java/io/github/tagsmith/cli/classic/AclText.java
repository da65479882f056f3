package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.model.AccessBits;
import io.github.tagsmith.classic.model.AccessPolicy;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.classic.model.NamedAccess;
import io.github.tagsmith.classic.model.SectorTrailer;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.cli.output.Paragraph;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Access bits as the user gives them, and in words. */
final class AclText {

    private static final List<String> GROUPS = List.of("block 0", "block 1", "block 2");

    private AclText() {}

    /** Three bytes, four with the general purpose byte, a whole trailer, or a name. */
    static Bytes bytes(String text) throws NfcException {
        Optional<NamedAccess> named = NamedAccess.ofId(text.toLowerCase(Locale.ROOT));
        if (named.isPresent()) {
            return named.get().bytes();
        }
        Bytes bytes = Bytes.fromHex(text);
        return switch (bytes.length()) {
            case AccessBits.LENGTH, AccessBits.LENGTH + 1 -> bytes.slice(0, AccessBits.LENGTH);
            case ClassicType.BLOCK_LENGTH -> bytes.slice(SectorTrailer.ACCESS, SectorTrailer.GPB);
            default ->
                throw new NfcException(
                        ErrorKind.INVALID_REQUEST, "access bits have 3 bytes, or 4 with GPB, or 16 with the keys");
        };
    }

    static Fields describe(String command, Bytes bytes) {
        Optional<AccessBits> bits = AccessBits.decode(bytes);
        Fields fields = new Fields(command).with("accessBytes", bytes.toHex()).with("accessValid", bits.isPresent());
        if (bits.isEmpty()) {
            return fields.line(bytes.toHex() + " is invalid: with it the card refuses the whole sector for good");
        }
        AccessPolicy policy = AccessPolicy.of(bits.get());
        fields.line(bytes.toHex());
        List<Map<String, @Nullable Object>> groups = new ArrayList<>();
        for (int group = 0; group < GROUPS.size(); group++) {
            String condition = bits.get().groups().get(group).name().substring(1);
            String sentence = policy.data().get(group).sentence();
            groups.add(group(condition, sentence));
            line(fields, GROUPS.get(group), condition, sentence);
        }
        String condition = bits.get().trailer().name().substring(1);
        line(fields, "trailer", condition, policy.trailer().sentence());
        if (!bits.get().keyBUsable()) {
            fields.line("                key B can be read, so it is data and opens nothing");
        }
        return fields.with("groups", groups)
                .with("trailer", group(condition, policy.trailer().sentence()))
                .with("keyBUsable", bits.get().keyBUsable());
    }

    private static void line(Fields fields, String place, String condition, String sentence) {
        Paragraph.lines("  " + place + "  " + condition + "  ", sentence).forEach(fields::line);
    }

    private static Map<String, @Nullable Object> group(String condition, String sentence) {
        Map<String, @Nullable Object> group = new LinkedHashMap<>();
        group.put("condition", condition);
        group.put("sentence", sentence);
        return group;
    }
}
