package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.picc.StorageAnswer;
import io.github.tagsmith.core.picc.StoragePicc;

/**
 * {@code FF C2 00 00/01/02}, PC/SC part 3 amendment 1. The software card is without its air interface, so that a frame can
 * be no more than a read (30 block) outside Crypto1, which MIFARE Classic refuses.
 */
final class TransparentFirmware {

    private static final Bytes DONE = Bytes.of(0xC0, 0x03, 0x00, 0x90, 0x00);
    private static final Bytes NO_ANSWER = Bytes.of(0xC0, 0x03, 0x01, 0x64, 0x01);
    private static final Bytes NO_SESSION = Bytes.of(0xC0, 0x03, 0x00, 0x69, 0x85);
    private static final Bytes START = Bytes.of(0x81, 0x00);
    private static final Bytes END = Bytes.of(0x82, 0x00);
    private static final int READ = 0x30;

    private final StoragePicc picc;
    private boolean open;

    TransparentFirmware(StoragePicc picc) {
        this.picc = picc;
    }

    Bytes answer(int function, Bytes objects) {
        if (function == 0x00 && (objects.equals(START) || objects.equals(END))) {
            open = objects.equals(START);
            return DONE;
        }
        if (!open) {
            return NO_SESSION;
        }
        return function == 0x01 ? exchange(objects) : DONE;
    }

    private Bytes exchange(Bytes objects) {
        int at = 0;
        while (at + 2 <= objects.length()) {
            int tag = objects.get(at);
            at += (tag & 0x1F) == 0x1F ? 2 : 1;
            int length = at < objects.length() ? objects.get(at) : 0;
            Bytes value =
                    objects.slice(Math.min(at + 1, objects.length()), Math.min(at + 1 + length, objects.length()));
            if (tag == 0x95) {
                return transceive(value);
            }
            at += 1 + length;
        }
        return DONE;
    }

    private Bytes transceive(Bytes frame) {
        StorageAnswer answer =
                frame.length() == 2 && frame.get(0) == READ ? picc.read(frame.get(1)) : StorageAnswer.silent();
        return switch (answer.kind()) {
            case DATA -> Bytes.concat(DONE, Bytes.of(0x97, answer.data().length()), answer.data());
            case ACK, NAK -> Bytes.concat(DONE, Bytes.of(0x92, 0x01, 0x04, 0x97, 0x01, answer.isOk() ? 0x0A : 0x04));
            case SILENT -> NO_ANSWER;
        };
    }
}
