package io.github.tagsmith.desfire.picc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.model.DesfireStatus;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.picc.image.CardImage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Known commands with random parameters, small numbers more often than large ones, on a card with applications and files: every answer
 * has a known status, and what is left can be written and read again.
 */
class RandomCommandsTest {

    private static final long SEED = 99L;
    private static final int COMMANDS = 20_000;

    static List<CardGeneration> generations() {
        return CardGeneration.ALL;
    }

    @ParameterizedTest
    @MethodSource("generations")
    void nothingUnknownHappens(CardGeneration generation) throws NfcException {
        Random random = new Random(SEED);
        Reader reader = Reader.of(generation);
        reader.send("CA0100000F8E");
        reader.send("CA0200000F2E20E1");
        for (String file : List.of("CD0000EEEE200000", "CB0100EEEE200000", "CC0200EEEE00000000E80300000A00000003")) {
            reader.send("5A010000");
            reader.send(file);
        }
        for (int i = 0; i < COMMANDS; i++) {
            Bytes command = command(random);
            Bytes answer = reader.card().answer(command);
            int status = answer.get(answer.length() - 1);
            int sw1 = answer.get(answer.length() - 2);
            assertEquals(0x91, sw1, () -> command + " after seed " + SEED);
            assertTrue(DesfireStatus.of(status).isPresent(), () -> command + ": " + answer + ", seed " + SEED);
        }
        assertEquals(
                reader.card().state(),
                CardImage.read(CardImage.write(reader.card().state())));
    }

    /** Whatever comes in, native, of class 90, of class 00 or of none, is answered with a status. */
    @ParameterizedTest
    @MethodSource("generations")
    void anyBytesAreAnswered(CardGeneration generation) {
        Random random = new Random(SEED);
        Reader reader = Reader.of(generation);
        reader.send("CA0100000F8E");
        reader.send("CA0200000F2E20E1");
        for (int i = 0; i < COMMANDS; i++) {
            Bytes command = anything(random);
            Bytes answer = reader.card().answer(command);
            assertTrue(!answer.isEmpty(), () -> command + ", seed " + SEED);
        }
    }

    private static Bytes anything(Random random) {
        switch (random.nextInt(12)) {
            case 0 -> {
                return Bytes.fromHex("5A010000020000");
            }
            case 1 -> {
                return Bytes.fromHex("0084000010");
            }
            default -> {
                byte[] bytes = new byte[random.nextInt(random.nextInt(20) == 0 ? 300 : 40)];
                random.nextBytes(bytes);
                if (bytes.length > 4 && random.nextBoolean()) {
                    int[] known = {0xA4, 0xB0, 0xB2, 0xD6, 0xE2, 0x82, 0x84, 0x88};
                    bytes[0] = 0;
                    bytes[1] = (byte) known[random.nextInt(known.length)];
                    bytes[2] = (byte) (random.nextInt(3) == 0 ? bytes[2] : random.nextInt(5));
                    bytes[4] = (byte) (bytes.length - 5 - random.nextInt(2));
                }
                return Bytes.of(bytes);
            }
        }
    }

    private static Bytes command(Random random) {
        Instruction[] all = Instruction.values();
        int code = all[random.nextInt(all.length)].code();
        if (random.nextInt(20) == 0) {
            return wrapped(0x5A, Bytes.of(random.nextInt(3), 0, 0));
        }
        byte[] body = new byte[random.nextInt(random.nextBoolean() ? 8 : 30)];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) (random.nextInt(3) > 0 ? random.nextInt(4) : random.nextInt(256));
        }
        return wrapped(code, Bytes.of(body));
    }

    private static Bytes wrapped(int code, Bytes body) {
        return body.isEmpty()
                ? Bytes.of(0x90, code, 0, 0, 0)
                : Bytes.concat(Bytes.of(0x90, code, 0, 0, body.length()), body, Bytes.of(0));
    }
}
