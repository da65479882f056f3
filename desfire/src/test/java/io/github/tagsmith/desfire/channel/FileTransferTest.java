package io.github.tagsmith.desfire.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.command.Chaining;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.FileNo;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many exchanges a file of 4 KiB costs; performance.md section 4.3 has the model. */
class FileTransferTest {

    private static final int LENGTH = 4096;
    private static final FileNo FILE = new FileNo(1);
    private static final Bytes CONTENT = RandomSource.of(new Random(1)).next(LENGTH);

    @ParameterizedTest
    @CsvSource({
        "desfire-ev1, 256, 70",
        "desfire-ev2, 256, 16",
        "ntag424, 256, 16",
        "desfire-ev3, 2048, 2",
        "desfire-ev3, 65536, 1"
    })
    void readingFourKibibytes(String generation, int longest, int exchanges) throws NfcException {
        FileCard card = new FileCard(CONTENT);
        DesfireChannel channel = DesfireChannel.over(card);
        channel.setLimits(FrameLimits.SHORT.extended(longest));
        FileTransfer transfer =
                FileTransfer.of(channel, CardGeneration.of(generation).orElseThrow());
        assertEquals(CONTENT, transfer.read(FILE, 0, LENGTH, CommMode.PLAIN));
        assertEquals(exchanges, channel.exchanges());
    }

    /** 54 bytes in a wrapped native frame, 255 in a short APDU, header included. */
    @ParameterizedTest
    @CsvSource({"NATIVE, 256, 76", "ISO, 256, 17", "ISO, 65536, 1"})
    void writingFourKibibytes(Chaining chaining, int longest, int exchanges) throws NfcException {
        FileCard card = new FileCard(Bytes.zeros(LENGTH));
        DesfireChannel channel = DesfireChannel.over(card);
        channel.setLimits(FrameLimits.SHORT.extended(longest));
        new FileTransfer(channel, chaining).write(FILE, 0, CONTENT, CommMode.PLAIN);
        assertEquals(CONTENT, card.content());
        assertEquals(exchanges, channel.exchanges());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 58, 59, 60, 255, 256, 257, 1000})
    void partsOfAnyLength(int length) throws NfcException {
        for (Chaining chaining : Chaining.values()) {
            FileTransfer transfer = new FileTransfer(DesfireChannel.over(new FileCard(CONTENT)), chaining);
            assertEquals(CONTENT.slice(7, 7 + length), transfer.read(FILE, 7, length, CommMode.PLAIN));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9100", "0102039100"})
    void anotherLengthThanAsked(String answer) {
        FileTransfer transfer = new FileTransfer(DesfireChannel.over(sent -> Bytes.fromHex(answer)), Chaining.NATIVE);
        NfcException error = assertThrows(NfcException.class, () -> transfer.read(FILE, 0, 2, CommMode.PLAIN));
        assertEquals(ErrorKind.PROTOCOL, error.kind());
    }
}
