package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.picc.StorageAnswer;
import io.github.tagsmith.core.picc.StoragePicc;
import io.github.tagsmith.core.virtual.FirmwareProfile.ReadRule;
import java.util.Optional;

/** What FF B0 and FF B1 read, and how much at once. */
final class StorageReads {

    private static final int BLOCK_LENGTH = 16;
    private static final int FIRST_LARGE_BLOCK = 128;
    private static final int SMALL_SECTORS = 32;
    private static final int READ_SECTOR = 0xB1;

    private final StoragePicc picc;
    private final ReadRule rule;

    StorageReads(StoragePicc picc, ReadRule rule) {
        this.picc = picc;
        this.rule = rule;
    }

    /** What is answered to an Le that the firmware does not take. */
    Optional<StatusWord> wrongLength(CommandApdu command) {
        int ne = command.ne();
        return switch (rule) {
            case ONE -> ne == BLOCK_LENGTH || ne == CommandApdu.MAX_SHORT_NE ? Optional.empty() : sixC();
            case ONE_OR_FAIL -> ne == BLOCK_LENGTH ? Optional.empty() : Optional.of(StatusWord.NO_INFORMATION);
            case ONE_ALWAYS, ONE_ALWAYS_OR_SECTOR -> Optional.empty();
            case MANY ->
                fits(command.p1() << 8 | command.p2(), ne) ? Optional.empty() : Optional.of(StatusWord.NO_INFORMATION);
        };
    }

    private static Optional<StatusWord> sixC() {
        return Optional.of(new StatusWord(0x6C00 | BLOCK_LENGTH));
    }

    /** Several blocks only where none of them is a trailer. */
    private static boolean fits(int first, int ne) {
        int sectorBlocks = first < FIRST_LARGE_BLOCK ? 4 : 16;
        int dataBlocksLeft = sectorBlocks - 1 - first % sectorBlocks;
        return ne == BLOCK_LENGTH || (ne % BLOCK_LENGTH == 0 && ne / BLOCK_LENGTH <= dataBlocksLeft && ne > 0);
    }

    StorageAnswer read(int first, int ne) {
        return blocks(first, rule == ReadRule.MANY ? ne / BLOCK_LENGTH : 1);
    }

    /** The three data blocks of a small sector; empty if the firmware has no such command. */
    Optional<StorageAnswer> sector(CommandApdu command) {
        if (rule != ReadRule.ONE_ALWAYS_OR_SECTOR || command.ins() != READ_SECTOR) {
            return Optional.empty();
        }
        int sector = command.p1() << 8 | command.p2();
        return Optional.of(sector < SMALL_SECTORS ? blocks(4 * sector, 3) : StorageAnswer.nak());
    }

    private StorageAnswer blocks(int first, int count) {
        Bytes data = Bytes.EMPTY;
        for (int block = first; block < first + count; block++) {
            StorageAnswer answer = picc.read(block);
            if (!answer.isOk()) {
                return answer;
            }
            data = data.plus(answer.data());
        }
        return StorageAnswer.of(data);
    }
}
