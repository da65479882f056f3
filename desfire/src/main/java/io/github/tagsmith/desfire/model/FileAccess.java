package io.github.tagsmith.desfire.model;

import java.util.List;

/**
 * How and by whom a file is reached.
 *
 * @param commMode how its data travels
 * @param rights who may do what
 * @param additionalRights further rights, each of which grants by itself, EV2 and later; at most 7
 */
public record FileAccess(CommMode commMode, AccessRights rights, List<AccessRights> additionalRights) {

    /** The most additional rights a file can have. */
    public static final int MAX_ADDITIONAL = 7;

    /**
     * Copies the list.
     *
     * @param commMode how its data travels
     * @param rights who may do what
     * @param additionalRights further rights, each of which grants by itself; at most 7
     */
    public FileAccess {
        additionalRights = List.copyOf(additionalRights);
        if (additionalRights.size() > MAX_ADDITIONAL) {
            throw new IllegalArgumentException(additionalRights.size() + " additional access rights, at most 7");
        }
    }

    /**
     * Access without additional rights.
     *
     * @param commMode how its data travels
     * @param rights who may do what
     * @return that access
     */
    public static FileAccess of(CommMode commMode, AccessRights rights) {
        return new FileAccess(commMode, rights, List.of());
    }
}
