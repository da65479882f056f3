package io.github.tagsmith.cli.completion;

/** A shell that completes command lines. */
public enum Shell {
    /** GNU bash. */
    BASH,
    /** Z shell. */
    ZSH,
    /** fish. */
    FISH;

    /**
     * The name of its program.
     *
     * @return lower case
     */
    public String program() {
        return switch (this) {
            case BASH -> "bash";
            case ZSH -> "zsh";
            case FISH -> "fish";
        };
    }
}
