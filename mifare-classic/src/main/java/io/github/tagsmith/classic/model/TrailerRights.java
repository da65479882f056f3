package io.github.tagsmith.classic.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the two keys can do with a sector trailer. Key A can never be read; the access bits can be read with key A always, and
 * with key B wherever that is a key.
 *
 * @param keyAWrite who can write key A
 * @param accessWrite who can write the access bits
 * @param keyBRead who can read key B, which makes it data
 * @param keyBWrite who can write key B
 */
public record TrailerRights(KeyHolders keyAWrite, KeyHolders accessWrite, KeyHolders keyBRead, KeyHolders keyBWrite) {

    /**
     * The rights that a condition gives.
     *
     * @param condition the condition
     * @return the rights
     */
    public static TrailerRights of(TrailerCondition condition) {
        return new TrailerRights(
                condition.keyAWrite(), condition.accessWrite(), condition.keyBRead(), condition.keyBWrite());
    }

    /**
     * The condition that gives exactly these rights; the lowest where several do (110 and 111 are the same).
     *
     * @return the condition, if there is one
     */
    public Optional<TrailerCondition> condition() {
        return Arrays.stream(TrailerCondition.values())
                .filter(condition -> of(condition).equals(this))
                .findFirst();
    }

    /**
     * The rights in words.
     *
     * @return such as {@code write key A, write access bits and write key B with key B; read key B with neither key}
     */
    public String sentence() {
        Map<String, KeyHolders> rights = new LinkedHashMap<>();
        rights.put("write key A", keyAWrite);
        rights.put("write access bits", accessWrite);
        rights.put("write key B", keyBWrite);
        rights.put("read key B", keyBRead);
        return RightsText.sentence(rights);
    }
}
