package io.github.tagsmith.core.picc;

/** A selected card, reached by frames. */
@FunctionalInterface
public interface AirPicc {

    /** Where a card is, by the states of ISO/IEC 14443-3 type A, as far as they matter once it was selected. */
    enum Presence {
        /** It answers commands. */
        SELECTED,
        /** It has met something that it does not take, and is silent until it is requested again. */
        LOST,
        /** It was halted by command: a request does not reach it, only a wake-up does. */
        HALTED
    }

    /**
     * Answers a frame. Whatever comes in is answered, maybe with silence; nothing is thrown.
     *
     * @param frame what the reader sends
     * @return what the card sends back, or {@link AirFrame#NONE}
     */
    AirFrame exchange(AirFrame frame);

    /**
     * Where the last frame has left it.
     *
     * @return selected, for a card that never leaves
     */
    default Presence presence() {
        return Presence.SELECTED;
    }
}
