package io.github.tagsmith.core.picc;

/** A selected card, reached by frames. */
@FunctionalInterface
public interface AirPicc {

    /**
     * Answers a frame. Whatever comes in is answered, maybe with silence; nothing is thrown.
     *
     * @param frame what the reader sends
     * @return what the card sends back, or {@link AirFrame#NONE}
     */
    AirFrame exchange(AirFrame frame);
}
