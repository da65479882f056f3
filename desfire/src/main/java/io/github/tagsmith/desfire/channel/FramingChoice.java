package io.github.tagsmith.desfire.channel;

import java.util.Optional;
import java.util.Set;

/**
 * Which framing is used. The card keeps to the first that it sees after an application was selected (Proxmark3, libfreefare),
 * so a choice is open only there.
 *
 * @param framing what is used now
 * @param automatic whether it may be changed
 * @param open whether nothing was answered in it yet
 */
record FramingChoice(Framing framing, boolean automatic, boolean open) {

    /** Class or instruction not supported: the command was not looked at. */
    private static final Set<Integer> UNWRAPPED_WANTED = Set.of(0x6D00, 0x6E00);

    /** Wrapped, until a card does not know that. */
    static FramingChoice of(Optional<Framing> fixed) {
        return new FramingChoice(fixed.orElse(Framing.WRAPPED), fixed.isEmpty(), true);
    }

    /** Whether the answer to the first frame says that the card wants the other framing. */
    boolean isWrong(NativeAnswer answer) {
        return automatic
                && open
                && framing == Framing.WRAPPED
                && answer.data().isEmpty()
                && UNWRAPPED_WANTED.contains(answer.sw().value());
    }

    FramingChoice other() {
        return new FramingChoice(Framing.NATIVE, automatic, true);
    }

    FramingChoice kept() {
        return new FramingChoice(framing, automatic, false);
    }

    FramingChoice reopened() {
        return new FramingChoice(framing, automatic, true);
    }
}
