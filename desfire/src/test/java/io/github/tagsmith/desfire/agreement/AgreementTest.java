package io.github.tagsmith.desfire.agreement;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.picc.DesfirePicc;
import io.github.tagsmith.desfire.picc.FactoryCards;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.picc.memory.CardState;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Client, card and a simple model agree on random commands. Neither half knows the other, so an agreement says that both took the
 * documents the same way, no more; vectors and recorded sessions say which way is right.
 *
 * <p>{@code -Dtagsmith.agreement.commands=N} sets how many commands a card gets (10,000 were run with several seeds), {@code -Dtagsmith.agreement.seed=N} repeats a
 * run.
 */
class AgreementTest {

    private static final Bytes UID = Bytes.fromHex("04112233445566");
    private static final FileNo TRANSACTION_MAC = new FileNo(0x0F);
    private static final int ROOMY = 1_000_000;
    private static final int COMMANDS = Integer.getInteger("tagsmith.agreement.commands", 2_000);
    private static final long SEED = Long.getLong("tagsmith.agreement.seed", new Random().nextLong());

    static Stream<CardGeneration> withApplications() {
        return Stream.of(CardGeneration.EV1, CardGeneration.EV2, CardGeneration.EV3);
    }

    @ParameterizedTest
    @MethodSource("withApplications")
    void applicationsAndFiles(CardGeneration generation) {
        run(roomy(FactoryCards.delivered(generation, UID)), false);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void light(boolean lrp) {
        CardState delivered = FactoryCards.delivered(CardGeneration.LIGHT, UID);
        Application application = delivered.applications().values().iterator().next();
        run(delivered.with(application.without(TRANSACTION_MAC)), lrp);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ntag424(boolean lrp) {
        run(FactoryCards.delivered(CardGeneration.NTAG_424, UID), lrp);
    }

    /** A card whose memory, of which deleting gives nothing back, lasts for the test. */
    private static CardState roomy(CardState state) {
        return new CardState(
                state.generation(),
                state.production(),
                state.signature(),
                state.configuration(),
                state.settings(),
                state.keys(),
                state.applications(),
                ROOMY,
                state.used(),
                state.failures());
    }

    private static void run(CardState delivered, boolean lrp) {
        System.out.println(delivered.generation() + (lrp ? " with LRP" : "") + ": seed " + SEED);
        CardState state = lrp ? delivered.with(delivered.configuration().withLrp()) : delivered;
        DesfirePicc card = new DesfirePicc(state, RandomSource.of(new Random(SEED + 1)));
        RandomReader reader = new RandomReader(card, lrp, new Random(SEED));
        while (reader.commands() < COMMANDS) {
            try {
                reader.step();
            } catch (NfcException | AssertionError | RuntimeException disagreement) {
                throw new AssertionError(reader + ", seed " + SEED + ": " + disagreement.getMessage(), disagreement);
            }
        }
    }
}
