package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.model.AccessPolicy;
import io.github.tagsmith.classic.model.DataCondition;
import io.github.tagsmith.classic.model.DataRights;
import io.github.tagsmith.classic.model.KeyHolders;
import io.github.tagsmith.classic.model.TrailerCondition;
import io.github.tagsmith.classic.model.TrailerRights;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rights as they are given to {@code acl encode}: three bits, or {@code r=AB,w=B}. */
final class AclRights {

    private AclRights() {}

    static Bytes encode(List<String> data, String trailer) throws NfcException {
        if (data.size() != 1 && data.size() != 3) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "give --data once for all blocks, or three times");
        }
        TrailerRights rights = trailer(trailer);
        boolean keyBUsable = rights.keyBRead() == KeyHolders.NONE;
        List<DataRights> groups = new ArrayList<>();
        for (int group = 0; group < 3; group++) {
            groups.add(data(data.get(data.size() == 1 ? 0 : group), keyBUsable));
        }
        return new AccessPolicy(groups, rights)
                .encode()
                .orElseThrow(() -> new NfcException(
                                ErrorKind.INVALID_REQUEST, "MIFARE Classic has no access condition with these rights")
                        .withHint("`tagsmith classic acl decode` says what a condition allows"))
                .encode();
    }

    private static DataRights data(String text, boolean keyBUsable) throws NfcException {
        Optional<Integer> bits = bits(text);
        if (bits.isPresent()) {
            return DataRights.of(DataCondition.of(bits.get()), keyBUsable);
        }
        Map<String, KeyHolders> rights = rights(text, "rwid");
        return new DataRights(of(rights, "r"), of(rights, "w"), of(rights, "i"), of(rights, "d"));
    }

    private static TrailerRights trailer(String text) throws NfcException {
        Optional<Integer> bits = bits(text);
        if (bits.isPresent()) {
            return TrailerRights.of(TrailerCondition.of(bits.get()));
        }
        Map<String, KeyHolders> rights = rights(text, "acbv");
        return new TrailerRights(of(rights, "a"), of(rights, "c"), of(rights, "v"), of(rights, "b"));
    }

    private static Optional<Integer> bits(String text) {
        return text.matches("[01]{3}") ? Optional.of(Integer.parseInt(text, 2)) : Optional.empty();
    }

    private static KeyHolders of(Map<String, KeyHolders> rights, String letter) {
        return rights.getOrDefault(letter, KeyHolders.NONE);
    }

    private static Map<String, KeyHolders> rights(String text, String letters) throws NfcException {
        Map<String, KeyHolders> rights = new LinkedHashMap<>();
        for (String right : text.split(",", -1)) {
            if (!right.matches("[" + letters + "]=(-|A|B|AB)")) {
                throw new NfcException(
                        ErrorKind.INVALID_REQUEST,
                        "\"" + right + "\" is no right: one of " + letters + ", =, and A, B, AB or -");
            }
            String keys = right.substring(2);
            rights.put(right.substring(0, 1), keys.equals("-") ? KeyHolders.NONE : KeyHolders.valueOf(keys));
        }
        return rights;
    }
}
