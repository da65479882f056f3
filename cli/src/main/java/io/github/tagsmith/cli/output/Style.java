package io.github.tagsmith.cli.output;

import io.github.tagsmith.cli.terminal.Terminal;

/** Sets text off with colours, or leaves it as it is. */
public final class Style {

    /** When there is colour. */
    public enum When {
        /** Where data goes to a terminal and NO_COLOR is not set. */
        AUTO,
        /** Always. */
        ALWAYS,
        /** Never. */
        NEVER
    }

    /**
     * What a text is, and how it looks: in the colours of the terminal that can be read on light and on dark, so neither in yellow
     * nor in white.
     */
    public enum Role {
        /** A heading. */
        HEADING("1"),
        /** Something that hardly matters, as zeros. */
        FAINT("2"),
        /** A key. */
        KEY("35"),
        /** Access bits. */
        ACCESS("36"),
        /** A value. */
        VALUE("32"),
        /** Text found on the card. */
        TEXT("32"),
        /** Something that is wrong. */
        WRONG("1;31");

        private final String code;

        Role(String code) {
            this.code = code;
        }
    }

    private final boolean coloured;

    private Style(boolean coloured) {
        this.coloured = coloured;
    }

    /**
     * The style of a run.
     *
     * @param when when there is colour
     * @param terminal what the program runs in
     * @return with or without colours
     */
    public static Style of(When when, Terminal terminal) {
        boolean refused = !terminal.environment().getOrDefault("NO_COLOR", "").isEmpty();
        return new Style(
                when == When.ALWAYS || (when == When.AUTO && terminal.screens().out() && !refused));
    }

    /**
     * Sets a text off.
     *
     * @param role what it is
     * @param text the text
     * @return the text, in colour where there is colour
     */
    public String paint(Role role, String text) {
        return coloured && !text.isBlank() ? "\u001b[" + role.code + "m" + text + "\u001b[0m" : text;
    }
}
