package io.github.tagsmith.desfire.channel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.apdu.ApduChannel;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.Instruction;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.sm.MemoryKey;
import io.github.tagsmith.desfire.sm.ProtectedCommand;
import io.github.tagsmith.desfire.sm.RawCommand;
import io.github.tagsmith.desfire.sm.Session;
import io.github.tagsmith.desfire.sm.TestSessions;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Random answers are accepted or give an {@link NfcException}, never anything else. The seed is in the failure's message. */
class AnswerFuzzTest {

    private static final long SEED = 20_261_125L;
    private static final int ROUNDS = 3000;

    private static final List<String> STATUSES = List.of("9100", "91AF", "9190", "919D", "91AE", "9000", "6E00", "");

    private final Random random = new Random(SEED);
    private final RandomSource bytes = RandomSource.of(random);

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private RawCommand command() {
        RawCommand command = RawCommand.of(
                pick(Instruction.values()),
                bytes.next(random.nextInt(8)).toHex(),
                bytes.next(random.nextInt(4) * random.nextInt(40)).toHex(),
                pick(CommMode.values()));
        command = random.nextInt(4) == 0 ? command.answeredBy(random.nextInt(70)) : command;
        command = random.nextInt(16) == 0 ? command.answeredInBlocks() : command;
        return random.nextInt(16) == 0 ? command.ending() : command;
    }

    private Bytes frame() {
        Bytes status = Bytes.fromHex(STATUSES.get(random.nextInt(STATUSES.size())));
        return bytes.next(random.nextInt(70)).plus(status);
    }

    private interface Step {
        void run() throws NfcException;
    }

    /** True if the step went through. */
    private static boolean tried(Step step, Supplier<String> what) {
        try {
            step.run();
            return true;
        } catch (NfcException expected) {
            assertNotNull(expected.getMessage());
            return false;
        } catch (RuntimeException unexpected) {
            throw new AssertionError("seed " + SEED + ", " + what.get(), unexpected);
        }
    }

    @Test
    void answersInSessions() {
        int accepted = 0;
        List<Session> sessions = TestSessions.all();
        for (int round = 0; round < ROUNDS; round++) {
            Session session = sessions.get(random.nextInt(sessions.size()));
            RawCommand command = command();
            Bytes answer = bytes.next(random.nextInt(3) * 8 + random.nextInt(60));
            boolean passed = tried(
                    () -> {
                        ProtectedCommand sent = session.protect(command);
                        sent.awaited().accept(random.nextInt(256), answer);
                    },
                    () -> session + " " + command + " " + answer);
            accepted += passed ? 1 : 0;
        }
        assertTrue(accepted > 0 && accepted < ROUNDS, accepted + " accepted");
    }

    @Test
    void framesOnTheChannel() {
        for (int round = 0; round < ROUNDS; round++) {
            ApduChannel card = sent -> frame();
            Framing framing = pick(Framing.values());
            DesfireChannel channel =
                    random.nextInt(3) == 0 ? DesfireChannel.over(card) : DesfireChannel.over(card, framing);
            RawCommand command = command();
            tried(() -> channel.send(command), command::toString);
            tried(() -> channel.send(command), command::toString);
        }
    }

    @Test
    void framesInAuthentications() {
        for (int round = 0; round < ROUNDS; round++) {
            AuthenticationMethod method = pick(AuthenticationMethod.values());
            KeyAlgorithm algorithm = pick(KeyAlgorithm.values());
            MemoryKey key = new MemoryKey(DesfireKey.of(algorithm, bytes.next(algorithm.keyLength())), bytes);
            int length = random.nextInt(2) == 0 ? algorithm.blockSize() : random.nextInt(40);
            String[] statuses = {"91AF", random.nextInt(2) == 0 ? "9100" : "91AE"};
            int[] at = {0};
            ApduChannel card = sent -> bytes.next(length).plus(Bytes.fromHex(statuses[at[0]++ % 2]));
            DesfireChannel channel = DesfireChannel.over(card);
            assertFalse(
                    tried(() -> channel.authenticate(method, new KeyNo(0), key), () -> method + " with " + algorithm));
        }
    }
}
