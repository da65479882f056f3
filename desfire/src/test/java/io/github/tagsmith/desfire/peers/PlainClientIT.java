package io.github.tagsmith.desfire.peers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.pcsc.PcscReaders;
import io.github.tagsmith.core.testing.PcscDaemon;
import io.github.tagsmith.core.testing.VpcdCard;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.picc.DesfirePicc;
import io.github.tagsmith.desfire.picc.FactoryCards;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plain Python client, pyscard and a crypto library, at the software card behind the real PC/SC service. */
@ExtendWith(PcscDaemon.class)
class PlainClientIT {

    private static final Bytes UID = Bytes.fromHex("04112233445566");
    private static final PeerScript CLIENT =
            new PeerScript("desfire_client.py", "import smartcard, Cryptodome", "python3-pyscard python3-pycryptodome");

    @ParameterizedTest
    @CsvSource({
        "desfire-ev1, d40",
        "desfire-ev1, iso-2k3des",
        "desfire-ev1, iso-3k3des",
        "desfire-ev1, aes",
        "desfire-ev1, 7816-2k3des",
        "desfire-ev1, 7816-3k3des",
        "desfire-ev3, 7816-aes",
        "desfire-ev2, ev2",
        "desfire-ev3, ev2",
        "desfire-light, light",
        "ntag424, ntag424"
    })
    void clientAndCardAgree(String kind, String method) throws Exception {
        CardGeneration generation = CardGeneration.of(kind).orElseThrow();
        DesfirePicc card = new DesfirePicc(FactoryCards.delivered(generation, UID), RandomSource.secure());
        try (PcscReaders readers = PcscReaders.open(Map.of());
                VpcdCard offered = VpcdCard.present(card, PcscDaemon.FIRST_PORT)) {
            Objects.requireNonNull(offered);
            assertTrue(PcscDaemon.first(readers.list())
                    .waitForCard(Duration.ofSeconds(15))
                    .cardPresent());
            String said = CLIENT.run(Map.of(), "Virtual PCD 00 00", method);
            assertTrue(said.matches("agreed: \\d+ exchanges, after 97 vectors\n"), said);
        }
    }
}
