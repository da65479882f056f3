package io.github.tagsmith.classic.picc;

import io.github.tagsmith.classic.crypto1.Crypto1;
import io.github.tagsmith.classic.crypto1.Nonce;
import io.github.tagsmith.classic.crypto1.ParityFrame;
import io.github.tagsmith.classic.model.BlockNo;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.bytes.CrcA;
import io.github.tagsmith.core.contactless.KeyType;
import io.github.tagsmith.core.picc.AirFrame;
import io.github.tagsmith.core.picc.AirPicc;
import io.github.tagsmith.core.picc.StorageAnswer;
import io.github.tagsmith.core.picc.StoragePicc.ValueOperation;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The air interface of the software card, from selection on: authentication in three passes, encrypted commands in one or two
 * halves, acknowledges of four bits (MF1S50yyX data sheet sections 9 and 10, table 10). What a command does is {@link
 * ClassicPicc}'s business. A reader's answer that is wrong in a bit or in its parity is met with silence, as by newer cards.
 */
final class ClassicAir implements AirPicc {

    private static final int ACK = 0xA;
    private static final int NOT_ALLOWED = 0x0;
    private static final int DISTURBED = 0x1;
    private static final int BUFFER_INVALID = 0x4;
    private static final int WORD = 4;
    private static final int NOWHERE = -1;

    private final ClassicPicc picc;
    private final IntSupplier nonces;

    private @Nullable Challenge challenge;
    private @Nullable Session session;
    private @Nullable Bytes firstHalf;
    private boolean buffered;
    private Presence presence = Presence.SELECTED;

    /** An authentication after its first pass. */
    private record Challenge(int block, KeyType type, Bytes key, int nonce, Crypto1 cipher) {}

    /** An authentication after its third. */
    private record Session(int block, KeyType type, Bytes key, Crypto1 cipher) {}

    ClassicAir(ClassicPicc picc, IntSupplier nonces) {
        this.picc = picc;
        this.nonces = nonces;
    }

    @Override
    public AirFrame exchange(AirFrame frame) {
        if (presence != Presence.SELECTED || frame.bits() == 0) {
            return AirFrame.NONE;
        }
        if (frame.isShort()) {
            return leave(Presence.LOST);
        }
        ParityFrame sent = new ParityFrame(frame.bytes(), frame.parity());
        Challenge open = challenge;
        challenge = null;
        if (open != null) {
            return thirdPass(open, sent);
        }
        Session present = session;
        ParityFrame plain = present == null ? sent : present.cipher().decrypt(sent);
        if (!plain.isOdd() || !CrcA.isRight(plain.bytes())) {
            return refuse(DISTURBED);
        }
        Bytes command = plain.bytes().slice(0, plain.bytes().length() - CrcA.LENGTH);
        Bytes half = firstHalf;
        firstHalf = null;
        return half == null ? command(command) : secondHalf(half, command);
    }

    @Override
    public Presence presence() {
        return presence;
    }

    private AirFrame leave(Presence where) {
        picc.authenticate(NOWHERE, KeyType.A, Bytes.EMPTY);
        session = null;
        presence = where;
        return AirFrame.NONE;
    }

    private AirFrame refuse(int why) {
        AirFrame answer = nibble(buffered ? why : why | BUFFER_INVALID);
        leave(Presence.LOST);
        return answer;
    }

    private AirFrame nibble(int bits) {
        return AirFrame.ofBits(session == null ? bits : session.cipher().nibble(bits), 4);
    }

    private static AirFrame air(ParityFrame frame) {
        return AirFrame.of(frame.bytes(), frame.parity());
    }

    private AirFrame command(Bytes command) {
        if (command.length() != 2) {
            return refuse(NOT_ALLOWED);
        }
        int block = command.get(1);
        return switch (command.get(0)) {
            case 0x60 -> firstPass(block, KeyType.A);
            case 0x61 -> firstPass(block, KeyType.B);
            case 0x30 -> answer(picc.read(block));
            case 0xB0 -> answer(picc.transfer(block));
            case 0xA0, 0xC0, 0xC1, 0xC2 -> firstHalf(command);
            case 0x50 -> leave(Presence.HALTED);
            default -> refuse(NOT_ALLOWED);
        };
    }

    private AirFrame answer(StorageAnswer answer) {
        return switch (answer.kind()) {
            case ACK -> nibble(ACK);
            case DATA -> data(CrcA.append(answer.data()));
            case NAK -> refuse(NOT_ALLOWED);
            case SILENT -> leave(Presence.LOST);
        };
    }

    private AirFrame data(Bytes bytes) {
        return air(session == null ? ParityFrame.plain(bytes) : session.cipher().encrypt(bytes));
    }

    /** The nonce is plain the first time; within a session it is encrypted with the new key already. */
    private AirFrame firstPass(int block, KeyType type) {
        if (block >= picc.image().type().blockCount()) {
            return refuse(NOT_ALLOWED);
        }
        int offset = type == KeyType.A ? 0 : 10;
        Bytes key = picc.image().block(new BlockNo(block).sector().trailer()).slice(offset, offset + ClassicKey.LENGTH);
        Crypto1 cipher = Crypto1.of(ClassicKey.of(key));
        int nonce = nonces.getAsInt();
        Bytes plain = Bytes.bigEndian(nonce, WORD);
        Bytes uid = picc.uid();
        ParityFrame encrypted = cipher.encrypt(plain, plain.xor(uid.slice(uid.length() - WORD)));
        boolean nested = session != null;
        challenge = new Challenge(block, type, key, nonce, cipher);
        session = null;
        buffered = false;
        return air(nested ? encrypted : ParityFrame.plain(plain));
    }

    private AirFrame thirdPass(Challenge open, ParityFrame sent) {
        if (sent.bytes().length() != 2 * WORD) {
            return leave(Presence.LOST);
        }
        Crypto1 cipher = open.cipher();
        ParityFrame nonce = cipher.decryptNonce(part(sent, 0));
        ParityFrame answer = cipher.decrypt(part(sent, WORD));
        boolean right = answer.bytes().equals(Bytes.bigEndian(Nonce.readerAnswer(open.nonce()), WORD));
        if (!right
                || !nonce.isOdd()
                || !answer.isOdd()
                || !picc.authenticate(open.block(), open.type(), open.key()).isOk()) {
            return leave(Presence.LOST);
        }
        session = new Session(open.block(), open.type(), open.key(), cipher);
        return air(cipher.encrypt(Bytes.bigEndian(Nonce.cardAnswer(open.nonce()), WORD)));
    }

    private static ParityFrame part(ParityFrame frame, int from) {
        return new ParityFrame(
                frame.bytes().slice(from, from + WORD), frame.parity().slice(from, from + WORD));
    }

    /** Whether the second half could be done is found out on a copy of the card. */
    private AirFrame firstHalf(Bytes command) {
        int block = command.get(1);
        boolean possible = command.get(0) == 0xA0
                ? tried(copy -> copy.write(block, Bytes.zeros(16)))
                : tried(copy -> copy.load(operation(command), block, Bytes.zeros(WORD)));
        if (!possible) {
            return refuse(NOT_ALLOWED);
        }
        firstHalf = command;
        return nibble(ACK);
    }

    private boolean tried(Function<ClassicPicc, StorageAnswer> action) {
        Session present = session;
        if (present == null) {
            return false;
        }
        ClassicPicc copy = picc.copy();
        copy.authenticate(present.block(), present.type(), present.key());
        return action.apply(copy).isOk();
    }

    private static ValueOperation operation(Bytes command) {
        return switch (command.get(0)) {
            case 0xC0 -> ValueOperation.DECREMENT;
            case 0xC1 -> ValueOperation.INCREMENT;
            default -> ValueOperation.RESTORE;
        };
    }

    /** An operand that is taken is not acknowledged; the transfer that follows is. */
    private AirFrame secondHalf(Bytes command, Bytes data) {
        int block = command.get(1);
        if (command.get(0) == 0xA0) {
            return data.length() == 16 ? answer(picc.write(block, data)) : refuse(NOT_ALLOWED);
        }
        if (data.length() != WORD || !picc.load(operation(command), block, data).isOk()) {
            return refuse(NOT_ALLOWED);
        }
        buffered = true;
        return AirFrame.NONE;
    }
}
