package io.github.tagsmith.desfire.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.picc.DesfirePicc;
import io.github.tagsmith.desfire.picc.FactoryCards;
import io.github.tagsmith.desfire.picc.image.CardImage;
import io.github.tagsmith.desfire.picc.memory.Application;
import io.github.tagsmith.desfire.picc.memory.CardFile;
import io.github.tagsmith.desfire.picc.memory.CardState;
import io.github.tagsmith.desfire.picc.memory.DataFile;
import io.github.tagsmith.desfire.picc.memory.RecordFile;
import io.github.tagsmith.desfire.picc.memory.ValueFile;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A random session in every method, key changes among its commands, torn after every exchange: what the card has stored then, read from
 * its image, is what the commands answered with status 00 left, keys and files, and nothing of the others.
 */
class TornSessionTest {

    private static final Bytes UID = Bytes.fromHex("04112233445566");
    private static final int COMMANDS = 1_200;
    private static final long SEED = 4711;

    private CardState kept;
    private int changes;

    static List<CardGeneration> generations() {
        return List.of(CardGeneration.EV1, CardGeneration.EV2, CardGeneration.EV3, CardGeneration.NTAG_424);
    }

    @ParameterizedTest
    @MethodSource("generations")
    void onlyWhatWasDoneIsKept(CardGeneration generation) throws NfcException {
        kept = FactoryCards.delivered(generation, UID);
        DesfirePicc card = new DesfirePicc(kept, RandomSource.of(new Random(SEED + 1)), next -> kept = next);
        RandomReader reader = new RandomReader(card, command -> exchange(card, command), false, new Random(SEED));
        while (reader.commands() < COMMANDS) {
            reader.step();
            CardState after = CardImage.read(CardImage.write(kept));
            assertEquals(kept, after, reader::toString);
            compare(reader, after);
        }
        assertTrue(changes > 100, changes + " changes");
    }

    /** Whatever is not the last answer of a command that was done stores nothing; failures of keys are counted apart. */
    private Bytes exchange(DesfirePicc card, Bytes command) {
        CardState before = kept;
        Bytes answer = card.answer(command);
        Bytes status = answer.slice(answer.length() - 2);
        boolean done = status.equals(Bytes.fromHex("9100")) || status.equals(Bytes.fromHex("9000"));
        if (!done) {
            assertEquals(before.applications(), kept.applications(), () -> command + " answered " + answer);
            assertEquals(before.keys(), kept.keys(), () -> command + " answered " + answer);
        }
        changes += before.equals(kept) ? 0 : 1;
        return answer;
    }

    private static void compare(RandomReader reader, CardState kept) {
        ModelCard model = reader.model();
        if (!kept.keys().isEmpty()) {
            assertEquals(model.picc.keys.get(0), kept.keys().values().iterator().next(), reader::toString);
        }
        assertEquals(model.applications.keySet(), kept.applications().keySet(), reader::toString);
        model.applications.forEach((aid, place) -> {
            Application application = kept.application(aid).orElseThrow();
            assertEquals(place.keys, application.keySets().current().keys(), reader::toString);
            place.files.forEach((number, file) ->
                    compare(reader, file, application.file(number).orElseThrow()));
        });
    }

    private static void compare(RandomReader reader, ModelFile expected, CardFile file) {
        if (file instanceof DataFile data) {
            assertEquals(expected.content, data.content(), reader::toString);
        } else if (file instanceof ValueFile value) {
            assertEquals(expected.value, value.value(), reader::toString);
        } else if (file instanceof RecordFile records) {
            assertEquals(expected.records, records.records(), reader::toString);
        }
    }
}
