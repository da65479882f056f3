package io.github.tagsmith.cli.trace;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.meaning.MaskedBytes;
import io.github.tagsmith.core.meaning.Secrets;
import io.github.tagsmith.core.trace.ccid.CcidMessage;
import io.github.tagsmith.core.trace.ccid.MessageType;
import io.github.tagsmith.core.trace.exchange.T1Block;
import java.util.Optional;

/** Keys and PINs in what is shown: masked, unless they are asked for. */
final class ShownSecrets {

    private static final int T1_PROLOGUE = 3;

    private final boolean shown;

    ShownSecrets(boolean shown) {
        this.shown = shown;
    }

    Secrets of(Bytes command, Optional<Bytes> answer) {
        return shown ? Secrets.clear(command, answer) : Secrets.of(command, answer);
    }

    /** The data of a message in hexadecimal. A part of a longer command or answer could hold a part of a key: not shown. */
    String shownData(CcidMessage message, Optional<T1Block> block) {
        Bytes data = message.data();
        CcidMessage request = message.request().orElse(message);
        boolean ofCard = request.is(MessageType.XFR_BLOCK) || request.is(MessageType.ESCAPE);
        if (shown || !ofCard || data.isEmpty()) {
            return data.toHex();
        }
        if (message.cut() || isPart(message, request, block)) {
            return "(" + data.length() + " bytes of a longer exchange; --show-keys shows them)";
        }
        if (block.isPresent()) {
            return blockHex(data, block.get(), message, request);
        }
        return hex(data, message, request);
    }

    private static boolean isPart(CcidMessage message, CcidMessage request, Optional<T1Block> block) {
        if (block.isPresent()) {
            return block.get().type() == T1Block.Type.I && block.get().hasMore();
        }
        return (request.is(MessageType.XFR_BLOCK) && request.levelParameter() != 0)
                || (message.is(MessageType.DATA_BLOCK) && message.specific(9) != 0);
    }

    private static String hex(Bytes data, CcidMessage message, CcidMessage request) {
        if (!message.isAnswer()) {
            return Secrets.of(data, Optional.empty()).command().toHex();
        }
        return Secrets.of(request.data(), Optional.of(data))
                .answer()
                .orElseThrow()
                .toHex();
    }

    private static String blockHex(Bytes data, T1Block block, CcidMessage message, CcidMessage request) {
        int end = T1_PROLOGUE + block.length();
        if (block.type() != T1Block.Type.I || end > data.length()) {
            return data.toHex();
        }
        Bytes command = message.isAnswer() ? informationOf(request.data()) : block.information();
        Secrets secrets = Secrets.of(command, message.isAnswer() ? Optional.of(block.information()) : Optional.empty());
        MaskedBytes information = message.isAnswer() ? secrets.answer().orElse(secrets.command()) : secrets.command();
        String epilogue = information.isClear() ? data.slice(end).toHex() : "**";
        return data.slice(0, T1_PROLOGUE).toHex() + information.toHex() + epilogue;
    }

    private static Bytes informationOf(Bytes block) {
        return block.length() > T1_PROLOGUE ? block.slice(T1_PROLOGUE, block.length() - 1) : Bytes.EMPTY;
    }
}
