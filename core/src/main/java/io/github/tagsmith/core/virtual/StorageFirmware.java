package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.apdu.CommandApdu;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.apdu.StatusWord;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.identify.StorageCardAtr;
import io.github.tagsmith.core.picc.StorageAnswer;
import io.github.tagsmith.core.picc.StoragePicc;
import java.util.Optional;

/**
 * Firmware before a storage card, with the commands of PC/SC part 3 section 3.2.2 as its profile has them. After a refusal of
 * the card it selects it again before the next command, as most readers do; what was authenticated is then lost.
 */
final class StorageFirmware implements ReaderFirmware {

    private static final int BLOCK_LENGTH = 16;
    private static final int AUTHENTICATE = 0x86;
    private static final int AUTHENTICATE_LENGTH = 5;
    private static final int AUTHENTICATE_VERSION = 0x01;
    private static final int OLD_AUTHENTICATE = 0x88;
    private static final int OLD_AUTHENTICATE_BYTES = 6;

    private final StoragePicc picc;
    private final FirmwareProfile profile;
    private final KeyMemory keys;
    private final StorageReads reads;
    private final ValueFirmware values;
    private final Pn532Chip chip;
    private final TransparentFirmware transparent;

    StorageFirmware(StoragePicc picc, FirmwareProfile profile, KeyMemory keys) {
        this.picc = picc;
        this.profile = profile;
        this.keys = keys;
        this.reads = new StorageReads(picc, profile.reads());
        this.values = new ValueFirmware(picc, profile.values());
        this.chip = new Pn532Chip(picc);
        this.transparent = new TransparentFirmware(picc);
    }

    @Override
    public Bytes atr() {
        return new StorageCardAtr(StorageCardAtr.ISO14443A_3, picc.storageCardName()).toAtr();
    }

    /** The old authenticate has its key number where Lc would be, and another byte before it: it is no APDU. */
    @Override
    public Bytes answer(Bytes command) {
        if (command.length() == OLD_AUTHENTICATE_BYTES && command.startsWith(Bytes.of(0xFF, OLD_AUTHENTICATE))) {
            int block = command.get(2) << 8 | command.get(3);
            return authenticate(OLD_AUTHENTICATE, block, command.get(4), command.get(5))
                    .bytes();
        }
        try {
            return answer(CommandApdu.parse(command)).bytes();
        } catch (NfcException malformed) {
            return StatusWord.WRONG_LENGTH.bytes();
        }
    }

    private ResponseApdu answer(CommandApdu command) {
        if (command.cla() != 0xFF) {
            return status(StatusWord.CLASS_NOT_SUPPORTED);
        }
        return switch (command.ins()) {
            case GetData.INS -> getData(command);
            case 0x82 -> status(keys.load(command));
            case AUTHENTICATE -> authenticate(command);
            case 0xB0 -> reads.wrongLength(command).map(StorageFirmware::status).orElseGet(() -> read(command));
            case 0xD6 -> update(command);
            default -> other(command);
        };
    }

    private ResponseApdu getData(CommandApdu command) {
        return command.p1() == GetData.UID
                ? GetData.answer(command, picc.uid())
                : status(StatusWord.FUNCTION_NOT_SUPPORTED);
    }

    private ResponseApdu authenticate(CommandApdu command) {
        Bytes data = command.data();
        if (data.length() != AUTHENTICATE_LENGTH || data.get(0) != AUTHENTICATE_VERSION) {
            return status(StatusWord.WRONG_LENGTH);
        }
        return authenticate(AUTHENTICATE, data.get(1) << 8 | data.get(2), data.get(3), data.get(4));
    }

    private ResponseApdu authenticate(int instruction, int block, int type, int number) {
        if (!profile.authenticates().contains(instruction)) {
            return status(StatusWord.INSTRUCTION_NOT_SUPPORTED);
        }
        if (type != KeyType.A.code() && type != KeyType.B.code()) {
            return status(profile.wrongType());
        }
        Optional<Bytes> key = keys.key(KeyType.ofCode(type), number);
        return key.isEmpty()
                ? status(profile.noKey())
                : outcome(picc.authenticate(block, KeyType.ofCode(type), key.get()), profile.wrongKey());
    }

    private ResponseApdu read(CommandApdu command) {
        return outcome(reads.read(block(command), command.ne()), profile.refused());
    }

    private ResponseApdu update(CommandApdu command) {
        if (command.data().length() != BLOCK_LENGTH) {
            return status(StatusWord.WRONG_LENGTH);
        }
        return outcome(picc.write(block(command), command.data()), profile.refused());
    }

    private ResponseApdu other(CommandApdu command) {
        if (command.ins() == 0x00 && profile.pn532()) {
            return chip.answer(command.data())
                    .map(answer -> new ResponseApdu(answer, StatusWord.OK))
                    .orElseGet(() -> status(StatusWord.NO_INFORMATION));
        }
        if (command.ins() == 0xC2 && command.p2() < 0x03 && profile.transparent()) {
            return new ResponseApdu(transparent.answer(command.p2(), command.data()), StatusWord.OK);
        }
        Optional<StorageAnswer> answer = values.answer(command).or(() -> reads.sector(command));
        return answer.map(each -> outcome(each, profile.refused()))
                .orElseGet(() -> status(StatusWord.INSTRUCTION_NOT_SUPPORTED));
    }

    private static int block(CommandApdu command) {
        return command.p1() << 8 | command.p2();
    }

    private ResponseApdu outcome(StorageAnswer answer, StatusWord refusal) {
        if (answer.isOk()) {
            return new ResponseApdu(answer.data(), StatusWord.OK);
        }
        picc.reset();
        return status(refusal);
    }

    @Override
    public void cardWasReset() {
        // keys stay in the reader's volatile memory; the card itself was told
    }

    private static ResponseApdu status(StatusWord sw) {
        return new ResponseApdu(Bytes.EMPTY, sw);
    }
}
