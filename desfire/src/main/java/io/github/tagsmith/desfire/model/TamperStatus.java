package io.github.tagsmith.desfire.model;

/**
 * State of the tamper wire of an NTAG 424 DNA TagTamper. {@code I} was seen on a real card without the wire being enabled
 * (lrp-auth.json); {@code C} and {@code O} are stated by its data sheet.
 *
 * @param permanent the worst that was ever measured
 * @param current what was measured now
 */
public record TamperStatus(State permanent, State current) {

    /** A state. */
    public enum State {
        /** Closed. */
        CLOSED('C'),
        /** Open. */
        OPEN('O'),
        /** Not measured. */
        INVALID('I');

        private final int letter;

        State(int letter) {
            this.letter = letter;
        }

        /**
         * The state with a letter.
         *
         * @param letter as the card sends it, ASCII
         * @return the state
         */
        public static State of(int letter) {
            for (State state : values()) {
                if (state.letter == letter) {
                    return state;
                }
            }
            throw new IllegalArgumentException("no tamper state: " + letter);
        }
    }
}
