package io.github.tagsmith.core.feature;

import java.util.Optional;

/** The features of PC/SC part 10, with their tags. Source: pcsc-lite 1.9.9, {@code reader.h}. */
public enum Feature {
    /** Starts a PIN verification. */
    VERIFY_PIN_START(0x01),
    /** Finishes it. */
    VERIFY_PIN_FINISH(0x02),
    /** Starts a PIN change. */
    MODIFY_PIN_START(0x03),
    /** Finishes it. */
    MODIFY_PIN_FINISH(0x04),
    /** Asks which key was pressed on the PIN pad. */
    GET_KEY_PRESSED(0x05),
    /** Verifies a PIN that is typed at the reader. */
    VERIFY_PIN_DIRECT(0x06),
    /** Changes a PIN that is typed at the reader. */
    MODIFY_PIN_DIRECT(0x07),
    /** Multifunctional card terminal, direct. */
    MCT_READER_DIRECT(0x08),
    /** Multifunctional card terminal, universal. */
    MCT_UNIVERSAL(0x09),
    /** Properties of PIN entry. */
    IFD_PIN_PROPERTIES(0x0A),
    /** Aborts. */
    ABORT(0x0B),
    /** Sets a message of secure PIN entry. */
    SET_SPE_MESSAGE(0x0C),
    /** Verifies a PIN for an application. */
    VERIFY_PIN_DIRECT_APP_ID(0x0D),
    /** Changes a PIN for an application. */
    MODIFY_PIN_DIRECT_APP_ID(0x0E),
    /** Writes on the display. */
    WRITE_DISPLAY(0x0F),
    /** Asks for a key. */
    GET_KEY(0x10),
    /** Properties of the display. */
    IFD_DISPLAY_PROPERTIES(0x11),
    /** Properties as tag, length, value. */
    GET_TLV_PROPERTIES(0x12),
    /** Escape: bytes for the reader itself. */
    CCID_ESC_COMMAND(0x13),
    /** PACE at the reader. */
    EXECUTE_PACE(0x20);

    private final int tag;

    Feature(int tag) {
        this.tag = tag;
    }

    /**
     * Its tag.
     *
     * @return 1 byte
     */
    public int tag() {
        return tag;
    }

    /**
     * The feature with a tag.
     *
     * @param tag 1 byte
     * @return the feature, if it has a name
     */
    public static Optional<Feature> of(int tag) {
        for (Feature feature : values()) {
            if (feature.tag == tag) {
                return Optional.of(feature);
            }
        }
        return Optional.empty();
    }
}
