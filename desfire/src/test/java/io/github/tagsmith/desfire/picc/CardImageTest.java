package io.github.tagsmith.desfire.picc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.picc.image.CardImage;
import io.github.tagsmith.desfire.picc.memory.CardState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The image of a card, there and back, and what hand-editing can do to it. */
class CardImageTest {

    static List<CardGeneration> generations() {
        return CardGeneration.ALL;
    }

    @ParameterizedTest
    @MethodSource("generations")
    void aCardAsDelivered(CardGeneration generation) throws NfcException {
        CardState state = FactoryCards.delivered(generation, Reader.UID);
        assertEquals(state, CardImage.read(CardImage.write(state)));
    }

    /** Files of every type, with content, and several applications in their order. */
    @Test
    void aCardInUse() throws NfcException {
        Reader reader = Reader.inApplication(CardGeneration.EV3);
        Stream.of(
                        "CD0000EEEE200000",
                        "CB0103F0E1080000",
                        "CC0200EEEEF6FFFFFF640000000A00000001",
                        "C10300EEEE020000030000",
                        "C00400EEEE020000030000",
                        "3D00000000020000CAFE",
                        "3B03000000020000A1A2",
                        "DC0205000000",
                        "C7",
                        "5F0040EEEEC1FEEF000000100000",
                        "5A000000",
                        "CA0000010F810110D2760000850101",
                        "CA02000001930102061000")
                .forEach(command -> reader.send(command));
        CardState state = reader.card().state();
        assertEquals(3, state.applications().size());
        assertEquals(state, CardImage.read(CardImage.write(state)));
        assertEquals(CardImage.write(state), CardImage.write(CardImage.read(CardImage.write(state))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\" : 1|\"version\" : 2|1 to 1",
                "desfire-ev1|desfire-ev9|not known here",
                "\"usedBlocks\" : 0|\"usedBlocks\" : 999999|0 to 256",
                "\"usedBlocks\" : 0|\"usedBlok\" : 0|no image has",
                "2K3DES|4K3DES|not known here",
                "04010101001A05|04010101001A|wrong length",
                "04010101001A05|0401010100XY05|hex",
                "\"keys\" : [|\"keys\" : [ {}, |is missing",
            })
    void mistakes(String right, String wrong, String told) {
        String image = CardImage.write(FactoryCards.delivered(CardGeneration.EV1, Reader.UID));
        assertTrue(image.contains(right), image);
        String edited = image.replace(right, wrong);
        NfcException error = assertThrows(NfcException.class, () -> CardImage.read(edited));
        assertEquals(ErrorKind.MALFORMED_INPUT, error.kind());
        assertTrue(error.getMessage().startsWith("line "), error.getMessage());
        assertTrue(error.getMessage().contains(told), error.getMessage());
    }

    @Test
    void noKeyIsInTheWordsOfAState() {
        CardState state = FactoryCards.delivered(CardGeneration.EV1, Reader.UID);
        assertTrue(!state.toString().contains("00000000000000000000000000000000"), state.toString());
    }
}
