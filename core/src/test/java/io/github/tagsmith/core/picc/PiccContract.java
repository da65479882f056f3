package io.github.tagsmith.core.picc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every card of ISO/IEC 14443-4 keeps, whatever it is. */
public abstract class PiccContract {

    private static final long SEED = 20261125L;
    private static final int COMMANDS = 3000;

    /** A card as new; the same one each time, its random numbers included. */
    protected abstract ApduPicc card();

    @Test
    void theUidHasOneOfItsLengths() {
        assertTrue(Set.of(4, 7, 10).contains(card().uid().length()));
    }

    @Test
    void theAnswerToSelectBeginsWithItsLength() {
        Bytes ats = card().ats();
        assertEquals(ats.length(), ats.get(0));
    }

    /** Whatever comes in is answered, by at least a status byte, and at once. */
    @Test
    void everythingIsAnswered() {
        List<Bytes> answers = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> play(card()));
        for (Bytes answer : answers) {
            assertFalse(answer.isEmpty(), "an empty answer, seed " + SEED);
        }
    }

    /** The same card with the same random numbers gives the same answers. */
    @Test
    void aSessionCanBeRepeated() {
        assertEquals(play(card()), play(card()), "seed " + SEED);
    }

    /** No bytes at all are answered, too. */
    @Test
    void nothingIsAnswered() {
        assertFalse(card().answer(Bytes.EMPTY).isEmpty());
    }

    private static List<Bytes> play(ApduPicc card) {
        Random random = new Random(SEED);
        List<Bytes> answers = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            if (random.nextInt(50) == 0) {
                card.reset();
            }
            answers.add(card.answer(command(random)));
        }
        return answers;
    }

    /** Bytes of no sense, and such as look like a command of class 00 or 90. */
    private static Bytes command(Random random) {
        byte[] body = new byte[random.nextInt(20)];
        random.nextBytes(body);
        int ins = random.nextInt(256);
        return switch (random.nextInt(4)) {
            case 0 -> Bytes.of(body);
            case 1 -> Bytes.of(ins).plus(Bytes.of(body));
            case 2 ->
                Bytes.of(0x90, ins, 0, 0, body.length).plus(Bytes.of(body)).plus(Bytes.of(0));
            default ->
                Bytes.of(0x00, ins, random.nextInt(8), random.nextInt(16), body.length)
                        .plus(Bytes.of(body));
        };
    }
}
