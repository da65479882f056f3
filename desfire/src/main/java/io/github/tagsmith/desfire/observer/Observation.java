package io.github.tagsmith.desfire.observer;

import java.util.List;

/** Something that reader and card did, as an observer understands it. */
public sealed interface Observation permits ObservedAuthentication, ObservedMessage {

    /**
     * Where it is.
     *
     * @return the place of each exchange it took, at least one
     */
    List<String> places();

    /**
     * Whether it is not what it claims to be.
     *
     * @return what is wrong with it; empty if nothing is
     */
    String fault();
}
