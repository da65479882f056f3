package io.github.tagsmith.classic.format;

import io.github.tagsmith.classic.dump.CardIdentity;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The Proxmark emulator text: one line of 32 hexadecimal digits a block, 20 to 256 lines. Unknown bytes are written as
 * {@code ??}; {@code --} is read as unknown too.
 */
final class EmlFormat implements DumpFormat {

    private static final int HEAD = 64;

    @Override
    public String id() {
        return "eml";
    }

    @Override
    public List<String> endings() {
        return List.of("eml");
    }

    /** The first line is text, and most of it hexadecimal digits: then a wrong character is an error in such a file. */
    @Override
    public boolean recognises(Bytes content) {
        Bytes head = content.slice(0, Math.min(HEAD, content.length()));
        int blockCharacters = 0;
        int length = 0;
        while (length < head.length() && head.get(length) != '\n' && head.get(length) != '\r') {
            char c = (char) head.get(length++);
            if (c < ' ' || c > '~') {
                return false;
            }
            blockCharacters += BlockText.isBlockCharacter(c) ? 1 : 0;
        }
        return blockCharacters > length / 2;
    }

    @Override
    public Dump read(Bytes content) throws NfcException {
        TextFile.refuseUtf16(content);
        List<String> lines = TextFile.lines(content.toText(StandardCharsets.ISO_8859_1));
        int largest = ClassicType.K4.blockCount();
        List<BlockContent> blocks = new ArrayList<>();
        for (String line : lines) {
            if (blocks.size() == largest) {
                throw NfcException.malformed(
                        "line " + (largest + 1) + " is one too many: the largest card has " + largest + " blocks");
            }
            blocks.add(BlockText.parse(line, blocks.size() + 1));
        }
        return new Dump(typeOf(blocks.size()), blocks, CardIdentity.NONE);
    }

    private static ClassicType typeOf(int lines) throws NfcException {
        Optional<ClassicType> type = ClassicType.ofSize(lines * ClassicType.BLOCK_LENGTH);
        if (type.isEmpty()) {
            throw NfcException.malformed("the file ends after line " + lines + "; a card has one of "
                    + CardSizes.blockCounts() + " blocks, a line each");
        }
        return type.get();
    }

    @Override
    public Encoded write(Dump dump) {
        StringBuilder text = new StringBuilder();
        for (BlockContent block : dump.blocks()) {
            text.append(block.toHex(BlockText.UNKNOWN)).append('\n');
        }
        return new Encoded(
                Bytes.of(text.toString().getBytes(StandardCharsets.ISO_8859_1)), Losses.head(dump, Set.of()));
    }
}
