package io.github.tagsmith.classic.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is wanted of a sector's access bits, said as rights instead of bits.
 *
 * @param data the rights of groups 0 to 2
 * @param trailer the rights of the trailer
 */
public record AccessPolicy(List<DataRights> data, TrailerRights trailer) {

    /**
     * Copies the list.
     *
     * @param data the rights of groups 0 to 2
     * @param trailer the rights of the trailer
     */
    public AccessPolicy {
        data = List.copyOf(data);
    }

    /**
     * The policy that access bits amount to.
     *
     * @param bits the access bits
     * @return the rights they give
     */
    public static AccessPolicy of(AccessBits bits) {
        return new AccessPolicy(
                bits.groups().stream()
                        .map(condition -> DataRights.of(condition, bits.keyBUsable()))
                        .toList(),
                TrailerRights.of(bits.trailer()));
    }

    /**
     * The access bits that give exactly these rights.
     *
     * @return the bits; empty if MIFARE Classic has no such conditions
     */
    public Optional<AccessBits> encode() {
        Optional<TrailerCondition> trailerCondition = trailer.condition();
        boolean keyBUsable = trailer.keyBRead() == KeyHolders.NONE;
        List<DataCondition> groups = new ArrayList<>();
        data.forEach(rights -> rights.condition(keyBUsable).ifPresent(groups::add));
        return groups.size() == data.size()
                ? trailerCondition.map(condition -> new AccessBits(groups, condition))
                : Optional.empty();
    }

    /**
     * The rights of a block in words.
     *
     * @param block a data block or a trailer
     * @return one sentence
     */
    public String sentence(BlockNo block) {
        return block.isTrailer()
                ? trailer.sentence()
                : data.get(block.accessGroup()).sentence();
    }
}
