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
import java.util.HashMap;
import java.util.Map;

/**
 * Firmware before a storage card, with the commands of PC/SC part 3 section 3.2.2: {@code FF CA}, {@code FF 82}, {@code FF
 * 86}, {@code FF B0}, {@code FF D6}. After a refusal of the card it selects it again before the next command, as most
 * readers do; what was authenticated is then lost.
 */
final class StorageFirmware implements ReaderFirmware {

    private static final int BLOCK_LENGTH = 16;
    private static final int KEY_LENGTH = 6;
    private static final int AUTHENTICATE_LENGTH = 5;
    private static final int AUTHENTICATE_VERSION = 0x01;

    private final StoragePicc picc;
    private final Map<Integer, Bytes> keys = new HashMap<>();

    StorageFirmware(StoragePicc picc) {
        this.picc = picc;
    }

    @Override
    public Bytes atr() {
        return new StorageCardAtr(StorageCardAtr.ISO14443A_3, picc.storageCardName()).toAtr();
    }

    @Override
    public Bytes answer(Bytes command) {
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
            case 0x82 -> loadKey(command);
            case 0x86 -> authenticate(command);
            case 0xB0 -> read(command);
            case 0xD6 -> update(command);
            default -> status(StatusWord.INSTRUCTION_NOT_SUPPORTED);
        };
    }

    private ResponseApdu getData(CommandApdu command) {
        return command.p1() == GetData.UID
                ? GetData.answer(command, picc.uid())
                : status(StatusWord.FUNCTION_NOT_SUPPORTED);
    }

    private ResponseApdu loadKey(CommandApdu command) {
        if (command.data().length() != KEY_LENGTH) {
            return status(new StatusWord(0x6989));
        }
        if (command.p1() != 0) {
            return status(new StatusWord(0x6986));
        }
        keys.put(command.p2(), command.data());
        return status(StatusWord.OK);
    }

    private ResponseApdu authenticate(CommandApdu command) {
        Bytes data = command.data();
        if (data.length() != AUTHENTICATE_LENGTH || data.get(0) != AUTHENTICATE_VERSION) {
            return status(StatusWord.WRONG_LENGTH);
        }
        int type = data.get(3);
        if (type != KeyType.A.code() && type != KeyType.B.code()) {
            return status(new StatusWord(0x6986));
        }
        Bytes key = keys.get(data.get(4));
        if (key == null) {
            return status(new StatusWord(0x6988));
        }
        int block = data.get(1) << 8 | data.get(2);
        return outcome(picc.authenticate(block, KeyType.ofCode(type), key), StatusWord.NO_INFORMATION);
    }

    private ResponseApdu read(CommandApdu command) {
        if (command.ne() != BLOCK_LENGTH && command.ne() != CommandApdu.MAX_SHORT_NE) {
            return status(new StatusWord(0x6C00 | BLOCK_LENGTH));
        }
        return outcome(picc.read(block(command)), StatusWord.SECURITY_STATUS_NOT_SATISFIED);
    }

    private ResponseApdu update(CommandApdu command) {
        if (command.data().length() != BLOCK_LENGTH) {
            return status(StatusWord.WRONG_LENGTH);
        }
        return outcome(picc.write(block(command), command.data()), StatusWord.SECURITY_STATUS_NOT_SATISFIED);
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
