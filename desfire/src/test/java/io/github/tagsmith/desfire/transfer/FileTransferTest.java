package io.github.tagsmith.desfire.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.channel.FrameLimits;
import io.github.tagsmith.desfire.channel.Framing;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many exchanges a file of 4 KiB costs without a session; performance.md section 4.3 has the model. */
class FileTransferTest {

    private static final int LENGTH = 4096;
    private static final FileNo FILE = new FileNo(1);
    private static final Bytes CONTENT = RandomSource.of(new Random(1)).next(LENGTH);

    private static FileTransfer transfer(ApduChannel card, int longest, Optional<TransferForm> form) {
        DesfireChannel channel = DesfireChannel.over(card);
        if (longest > 256) {
            channel.setLimits(FrameLimits.SHORT.extended(longest));
        }
        return new FileTransfer(channel, new CardForms(), form);
    }

    @ParameterizedTest
    @CsvSource({
        "NATIVE, 256, 70",
        "BINARY, 256, 16",
        "SHORT, 256, 16",
        "SHORT, 65536, 16",
        "EXTENDED, 2048, 2",
        "EXTENDED, 65536, 1"
    })
    void readingInAForm(TransferForm form, int longest, int exchanges) throws NfcException {
        FileTransfer transfer = transfer(FileCard.of(CONTENT), longest, Optional.of(form));
        assertEquals(CONTENT, transfer.read(FILE, 0, LENGTH, CommMode.PLAIN));
        assertEquals(exchanges, transfer.channel().exchanges());
    }

    /** 54 bytes in a wrapped native frame, 255 in a short APDU, header included. */
    @ParameterizedTest
    @CsvSource({"NATIVE, 256, 76", "SHORT, 256, 17", "EXTENDED, 65536, 1"})
    void writingInAForm(TransferForm form, int longest, int exchanges) throws NfcException {
        FileCard card = FileCard.of(Bytes.zeros(LENGTH));
        FileTransfer transfer = transfer(card, longest, Optional.of(form));
        transfer.write(FILE, 0, CONTENT, CommMode.PLAIN);
        assertEquals(CONTENT, card.content());
        assertEquals(exchanges, transfer.channel().exchanges());
    }

    /** After each exchange, up to the whole content and never back. */
    @ParameterizedTest
    @CsvSource({"NATIVE, 70", "BINARY, 16", "SHORT, 16", "EXTENDED, 1"})
    void readingIsFollowed(TransferForm form, int steps) throws NfcException {
        List<Integer> done = new ArrayList<>();
        transfer(FileCard.of(CONTENT), 65536, Optional.of(form))
                .followedBy(following(done))
                .read(FILE, 0, LENGTH, CommMode.PLAIN);
        assertSteps(steps, done);
    }

    @ParameterizedTest
    @CsvSource({"NATIVE, 76", "SHORT, 17", "EXTENDED, 1"})
    void writingIsFollowed(TransferForm form, int steps) throws NfcException {
        List<Integer> done = new ArrayList<>();
        transfer(FileCard.of(Bytes.zeros(LENGTH)), 65536, Optional.of(form))
                .followedBy(following(done))
                .write(FILE, 0, CONTENT, CommMode.PLAIN);
        assertSteps(steps, done);
    }

    private static TransferProgress following(List<Integer> done) {
        return (now, all) -> {
            assertEquals(LENGTH, all);
            done.add(now);
        };
    }

    private static void assertSteps(int steps, List<Integer> done) {
        assertEquals(steps, done.size());
        assertEquals(new ArrayList<>(new TreeSet<>(done)), done);
        assertTrue(done.get(0) > 0);
        assertEquals(LENGTH, done.get(steps - 1));
    }

    @Test
    void readBinaryDoesNotWrite() {
        FileTransfer transfer = transfer(FileCard.of(CONTENT), 256, Optional.of(TransferForm.BINARY));
        assertEquals(
                ErrorKind.INVALID_REQUEST,
                assertThrows(NfcException.class, () -> transfer.write(FILE, 0, CONTENT, CommMode.PLAIN))
                        .kind());
        assertEquals(0, transfer.channel().exchanges());
    }

    /**
     * What a card does not know costs one refused exchange, the first time only. A card without extended length refuses it as a
     * wrong length; one without the ISO-chained commands does not know their codes.
     */
    @ParameterizedTest
    @CsvSource({
        "'', 65536, 1, 1",
        "EXTENDED, 65536, 17, 16",
        "EXTENDED SHORT, 65536, 17, 16",
        "'', 256, 16, 16",
        "EXTENDED SHORT, 256, 17, 16",
        "EXTENDED SHORT BINARY, 256, 72, 71"
    })
    void withoutASessionTheBestIsTried(String unknown, int longest, int first, int second) throws NfcException {
        FileTransfer transfer = transfer(FileCard.of(CONTENT).without(unknown), longest, Optional.empty());
        assertEquals(CONTENT, transfer.read(FILE, 0, LENGTH, CommMode.PLAIN));
        assertEquals(first, transfer.channel().exchanges());
        assertEquals(CONTENT, transfer.read(FILE, 0, LENGTH, CommMode.PLAIN));
        assertEquals(first + second, transfer.channel().exchanges());
    }

    /** File 0 has no short identifier: READ BINARY would go to the current file. */
    @Test
    void fileZeroGoesNatively() throws NfcException {
        FileTransfer transfer = transfer(FileCard.of(CONTENT).without("EXTENDED SHORT"), 256, Optional.empty());
        assertEquals(CONTENT, transfer.read(new FileNo(0), 0, LENGTH, CommMode.PLAIN));
        assertEquals(71, transfer.channel().exchanges());
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "1, 32760, 9"})
    void readBinaryDoesNotReachEverything(int file, int offset, int length) {
        FileTransfer transfer = transfer(FileCard.of(CONTENT), 256, Optional.of(TransferForm.BINARY));
        NfcException error =
                assertThrows(NfcException.class, () -> transfer.read(new FileNo(file), offset, length, CommMode.PLAIN));
        assertEquals(ErrorKind.INVALID_REQUEST, error.kind());
        assertEquals(0, transfer.channel().exchanges());
    }

    @ParameterizedTest
    @CsvSource({"'', 65536, 1", "EXTENDED, 65536, 18", "EXTENDED SHORT, 256, 77"})
    void writingWithoutASession(String unknown, int longest, int exchanges) throws NfcException {
        FileCard card = FileCard.of(Bytes.zeros(LENGTH)).without(unknown);
        FileTransfer transfer = transfer(card, longest, Optional.empty());
        transfer.write(FILE, 0, CONTENT, CommMode.PLAIN);
        assertEquals(CONTENT, card.content());
        assertEquals(exchanges, transfer.channel().exchanges());
    }

    @ParameterizedTest
    @EnumSource(TransferForm.class)
    void partsOfAnyLength(TransferForm form) throws NfcException {
        for (int offset : new int[] {0, 7, 255, 256, 300}) {
            for (int length : new int[] {1, 58, 59, 60, 255, 256, 257, 1000}) {
                FileTransfer transfer = transfer(FileCard.of(CONTENT), 65536, Optional.of(form));
                assertEquals(
                        CONTENT.slice(offset, offset + length), transfer.read(FILE, offset, length, CommMode.PLAIN));
            }
        }
    }

    /** Records of 32 bytes, eight in an answer; of 300, none. */
    @ParameterizedTest
    @CsvSource({"SHORT, 32, 100, 13", "EXTENDED, 32, 100, 1", "NATIVE, 32, 100, 55", "SHORT, 300, 3, 16"})
    void recordsInAsManyAnswersAsTheyNeed(TransferForm form, int size, int count, int exchanges) throws NfcException {
        FileTransfer transfer = transfer(FileCard.of(CONTENT), 65536, Optional.of(form));
        int held = LENGTH / size;
        assertEquals(
                CONTENT.slice((held - 2 - count) * size, (held - 2) * size),
                transfer.readRecords(new FileNo(size % 32 == 0 ? 2 : 3), 2, count, size, CommMode.PLAIN));
        assertEquals(exchanges, transfer.channel().exchanges());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9100", "0102039100", "9000", "0102039000"})
    void anotherLengthThanAsked(String answer) {
        boolean iso = answer.endsWith("9000");
        FileTransfer transfer = transfer(
                sent -> Bytes.fromHex(answer), 256, Optional.of(iso ? TransferForm.BINARY : TransferForm.NATIVE));
        NfcException error = assertThrows(NfcException.class, () -> transfer.read(FILE, 0, 2, CommMode.PLAIN));
        assertEquals(ErrorKind.PROTOCOL, error.kind());
    }

    /** What is no matter of the form is not tried again in another. */
    @ParameterizedTest
    @ValueSource(strings = {"919D", "91AE", "91BE", "91F0", "91CA"})
    void aRefusalOfTheFileIsFinal(String status) {
        FileTransfer transfer = transfer(sent -> Bytes.fromHex(status), 65536, Optional.empty());
        NfcException error = assertThrows(NfcException.class, () -> transfer.read(FILE, 0, LENGTH, CommMode.PLAIN));
        assertEquals(Integer.parseInt(status, 16), error.code().orElseThrow());
        assertEquals(1, transfer.channel().exchanges());
    }

    /** A reader that cannot carry an extended APDU fails in its own way: what it did is unknown, so nothing is tried again. */
    @Test
    void aFailedExtendedApduNamesTheWayOut() {
        ApduChannel reader = sent -> {
            throw new NfcException(ErrorKind.READER_FAILED, "the reader failed");
        };
        FileTransfer transfer = transfer(reader, 65536, Optional.empty());
        NfcException error = assertThrows(NfcException.class, () -> transfer.read(FILE, 0, LENGTH, CommMode.PLAIN));
        assertTrue(error.hint().orElseThrow().contains("--transfer short"), error::toString);
        assertEquals(1, transfer.channel().exchanges());
    }

    @Test
    void bareCommandsAreNativelyChained() throws NfcException {
        DesfireChannel channel = DesfireChannel.over(
                sent -> {
                    assertEquals(0xBD, sent.get(0));
                    return Bytes.of(0).plus(CONTENT.slice(0, 20));
                },
                Framing.NATIVE);
        FileTransfer transfer = new FileTransfer(channel, new CardForms(), Optional.empty());
        assertEquals(CONTENT.slice(0, 20), transfer.read(FILE, 0, 20, CommMode.PLAIN));
    }
}
