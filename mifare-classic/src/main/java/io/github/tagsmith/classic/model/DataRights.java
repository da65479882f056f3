package io.github.tagsmith.classic.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the two keys can really do with a data block: its condition, less key B where that can be read and is no key.
 *
 * @param read who can read the block
 * @param write who can write it
 * @param increment who can increment the value in it
 * @param decrement who can decrement, restore and transfer the value in it
 */
public record DataRights(KeyHolders read, KeyHolders write, KeyHolders increment, KeyHolders decrement) {

    /**
     * The rights that a condition gives.
     *
     * @param condition the condition
     * @param keyBUsable whether key B is a key in this sector
     * @return the rights
     */
    public static DataRights of(DataCondition condition, boolean keyBUsable) {
        return new DataRights(
                effective(condition.read(), keyBUsable),
                effective(condition.write(), keyBUsable),
                effective(condition.increment(), keyBUsable),
                effective(condition.decrement(), keyBUsable));
    }

    private static KeyHolders effective(KeyHolders holders, boolean keyBUsable) {
        return keyBUsable ? holders : holders.withoutKeyB();
    }

    /**
     * The condition that gives exactly these rights; the lowest where several do.
     *
     * @param keyBUsable whether key B is a key in this sector
     * @return the condition, if there is one
     */
    public Optional<DataCondition> condition(boolean keyBUsable) {
        return Arrays.stream(DataCondition.values())
                .filter(condition -> of(condition, keyBUsable).equals(this))
                .findFirst();
    }

    /**
     * The rights in words.
     *
     * @return such as {@code read with key A or key B; write with key B; increment and decrement with neither key}
     */
    public String sentence() {
        Map<String, KeyHolders> rights = new LinkedHashMap<>();
        rights.put("read", read);
        rights.put("write", write);
        rights.put("increment", increment);
        rights.put("decrement", decrement);
        return RightsText.sentence(rights);
    }
}
