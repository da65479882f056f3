package io.github.tagsmith.classic.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.classic.dump.CardIdentity;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RawImageFormatTest extends DumpFormatContract {

    RawImageFormatTest() {
        super(new RawImageFormat());
    }

    @Override
    boolean isText() {
        return false;
    }

    @Test
    void unknownBlocksAreNamed() {
        List<BlockContent> blocks = new ArrayList<>(Collections.nCopies(20, BlockContent.of(Bytes.repeat(16, 1))));
        for (int block : new int[] {3, 8, 9, 10, 19}) {
            blocks.set(block, BlockContent.UNKNOWN);
        }
        Dump dump = new Dump(ClassicType.MINI, blocks, CardIdentity.NONE);
        assertEquals(
                List.of("unknown bytes cannot be marked and are written as zeros, in blocks 3, 8-10, 19"),
                new RawImageFormat().write(dump).losses());
    }
}
