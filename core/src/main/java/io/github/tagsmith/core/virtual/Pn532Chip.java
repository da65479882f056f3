package io.github.tagsmith.core.virtual;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.picc.Activation;
import io.github.tagsmith.core.picc.AirPicc;
import io.github.tagsmith.core.picc.StorageAnswer;
import io.github.tagsmith.core.picc.StoragePicc;
import io.github.tagsmith.core.picc.StoragePicc.ValueOperation;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The chip behind {@code FF 00 00 00}, with commands of the PN532 user manual section 7: 4A list passive target, 40 data
 * exchange, 42 frames through, 06 and 08 registers, 32 where it switches the field off. The reader has selected the card before
 * anybody asks; after a refusal listing selects it again, or whoever sends frames does it frame by frame. The error code for a
 * refused command is not in the manual's table by that name: 13, framing, as some chips report it; unproven.
 */
final class Pn532Chip {

    private static final int DONE = 0x00;
    private static final int TIMEOUT = 0x01;
    private static final int FRAMING = 0x13;
    private static final int AUTHENTICATION = 0x14;
    private static final int KEY_LENGTH = 6;
    private static final int RF_FIELD = 0x01;
    private static final int FIELD_ON = 0x01;

    private final StoragePicc picc;
    private final IntSupplier random;
    private final Pn532Framing framing = new Pn532Framing();
    private @Nullable AirPicc air;

    /** A chip whose nonces may be guessed: a software card has no secret to keep. */
    Pn532Chip(StoragePicc picc) {
        this(picc, new Random()::nextInt);
    }

    Pn532Chip(StoragePicc picc, IntSupplier random) {
        this.picc = picc;
        this.random = random;
    }

    /** Answers D4 and a command with D5 and the command plus 1; empty if it does not know the command. */
    Optional<Bytes> answer(Bytes frame) {
        if (frame.length() < 2 || frame.get(0) != 0xD4) {
            return Optional.empty();
        }
        Bytes data = frame.slice(2);
        return switch (frame.get(1)) {
            case 0x32 -> {
                configure(data);
                yield Pn532Housekeeping.answer(frame);
            }
            case 0x4A -> Optional.of(Bytes.of(0xD5, 0x4B).plus(list(data)));
            case 0x40 -> Optional.of(Bytes.of(0xD5, 0x41).plus(exchange(data)));
            case 0x42 -> Optional.of(Bytes.of(0xD5, 0x43).plus(through(data)));
            case 0x06 -> Optional.of(Bytes.of(0xD5, 0x07).plus(framing.read(data)));
            case 0x08 -> {
                framing.write(data);
                yield Optional.of(Bytes.of(0xD5, 0x09));
            }
            default -> Pn532Housekeeping.answer(frame);
        };
    }

    /** Item 1 is the field, bit 0 whether it is on; without it the card forgets everything. The other items are timings. */
    private void configure(Bytes data) {
        if (data.length() == 2 && data.get(0) == RF_FIELD && (data.get(1) & FIELD_ON) == 0) {
            picc.reset();
            air = Activation.idle(picc, random);
        }
    }

    /** The card's frames are its own: whether it was authenticated with data exchange does not matter here. */
    private Bytes through(Bytes data) {
        AirPicc present = air != null ? air : Activation.selected(picc, random);
        air = present;
        return framing.toFrame(data).map(present::exchange).map(framing::toHost).orElse(Bytes.of(FRAMING));
    }

    private Bytes list(Bytes data) {
        if (data.length() < 2 || data.get(1) != 0x00) {
            return Bytes.of(0x00);
        }
        picc.reset();
        air = null;
        framing.selected();
        Bytes uid = picc.uid();
        return Bytes.concat(
                Bytes.of(0x01, 0x01), Bytes.bigEndian(picc.atqa(), 2), Bytes.of(picc.sak(), uid.length()), uid);
    }

    private Bytes exchange(Bytes data) {
        if (data.length() < 3 || data.get(0) != 0x01) {
            return Bytes.of(TIMEOUT);
        }
        int instruction = data.get(1);
        if (instruction == KeyType.A.code() || instruction == KeyType.B.code()) {
            return authenticate(KeyType.ofCode(instruction), data.slice(2));
        }
        StorageAnswer answer = block(instruction, data.get(2), data.slice(3));
        return switch (answer.kind()) {
            case ACK -> Bytes.of(DONE);
            case DATA -> Bytes.of(DONE).plus(answer.data());
            case NAK -> Bytes.of(FRAMING);
            case SILENT -> Bytes.of(TIMEOUT);
        };
    }

    /** Block, key, the last four bytes of the UID. */
    private Bytes authenticate(KeyType type, Bytes data) {
        Bytes uid = picc.uid();
        if (data.length() != 1 + KEY_LENGTH + 4 || !data.slice(1 + KEY_LENGTH).equals(uid.slice(uid.length() - 4))) {
            return Bytes.of(AUTHENTICATION);
        }
        boolean right = picc.authenticate(data.get(0), type, data.slice(1, 1 + KEY_LENGTH))
                .isOk();
        return Bytes.of(right ? DONE : AUTHENTICATION);
    }

    private StorageAnswer block(int instruction, int block, Bytes data) {
        return switch (instruction) {
            case 0x30 -> picc.read(block);
            case 0xA0 -> data.length() == 16 ? picc.write(block, data) : StorageAnswer.silent();
            case 0xC0 -> load(ValueOperation.DECREMENT, block, data);
            case 0xC1 -> load(ValueOperation.INCREMENT, block, data);
            case 0xC2 -> load(ValueOperation.RESTORE, block, data);
            case 0xB0 -> picc.transfer(block);
            default -> StorageAnswer.silent();
        };
    }

    private StorageAnswer load(ValueOperation operation, int block, Bytes operand) {
        return operand.length() == 4 ? picc.load(operation, block, operand) : StorageAnswer.silent();
    }
}
