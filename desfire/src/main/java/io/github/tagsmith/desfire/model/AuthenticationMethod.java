package io.github.tagsmith.desfire.model;

/** How reader and card authenticate each other, and with it the secure messaging that follows. */
public enum AuthenticationMethod {
    /** Command 0A: the first DESFire. */
    D40("d40"),
    /** Command 1A: EV1 with DES and TDEA. */
    ISO("iso"),
    /** Command AA: EV1 with AES. */
    AES("aes"),
    /** Commands 71 and 77: EV2 with AES. */
    EV2("ev2"),
    /** Commands 71 and 77: LRP. */
    LRP("lrp");

    private final String label;

    AuthenticationMethod(String label) {
        this.label = label;
    }

    /**
     * Whether it works with a key.
     *
     * @param algorithm the key's algorithm
     * @return true if so
     */
    public boolean takes(KeyAlgorithm algorithm) {
        return switch (this) {
            case D40 -> algorithm == KeyAlgorithm.DES || algorithm == KeyAlgorithm.TDEA_2;
            case ISO -> algorithm != KeyAlgorithm.AES;
            case AES, EV2, LRP -> algorithm == KeyAlgorithm.AES;
        };
    }

    /**
     * Whether its session counts commands and goes on with a further authentication.
     *
     * @return true for EV2 and LRP
     */
    public boolean isCounting() {
        return this == EV2 || this == LRP;
    }

    /** One word, as {@code --method} takes it. */
    @Override
    public String toString() {
        return label;
    }
}
