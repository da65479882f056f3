package io.github.tagsmith.desfire.picc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.CardGeneration;
import java.util.Random;

/** Sends hex to a card and looks at the hex that comes back: as far from the card's own code as a test can be. */
record Reader(DesfirePicc card) {

    static final Bytes UID = Bytes.fromHex("04063F72633480");

    /** A fresh card whose nonces are the same in every run. */
    static Reader of(CardGeneration generation) {
        return new Reader(new DesfirePicc(FactoryCards.delivered(generation, UID), RandomSource.of(new Random(1))));
    }

    String send(String command) {
        return card.answer(Bytes.fromHex(command)).toHex();
    }

    /** Sends a command and expects an answer, both in hex. */
    Reader expect(String command, String answer) {
        assertEquals(answer.replace(" ", ""), send(command), command);
        return this;
    }

    /** Selects an application made by {@code CA 010000 0F 0E}, with free everything. */
    static Reader inApplication(CardGeneration generation) {
        return of(generation).expect("CA0100000F0E", "00").expect("5A010000", "00");
    }
}
