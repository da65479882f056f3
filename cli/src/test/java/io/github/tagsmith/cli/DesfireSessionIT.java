package io.github.tagsmith.cli;

import io.github.tagsmith.cli.input.SoftwareCards;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.testing.PcscDaemon;
import io.github.tagsmith.core.testing.VpcdCard;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The life of an application, a command at a time, on one card behind the real PC/SC service; in every method that the card's
 * generation and the keys know. Cards that come with their application and files live a life of their own.
 */
@ExtendWith(PcscDaemon.class)
class DesfireSessionIT {

    @ParameterizedTest
    @CsvSource({
        "desfire-ev1, 2k3des, d40",
        "desfire-ev1, 2k3des, iso",
        "desfire-ev1, 3k3des, iso",
        "desfire-ev1, aes, aes",
        "desfire-ev2, aes, aes",
        "desfire-ev2, aes, ev2",
        "desfire-ev3, 2k3des, d40",
        "desfire-ev3, aes, auto"
    })
    void life(String kind, String algorithm, String method) throws NfcException {
        VpcdCard card = VpcdCard.present(SoftwareCards.open(kind).picc(), PcscDaemon.FIRST_PORT);
        try {
            List<String> reader = List.of("-y", "--wait", "15", "-r", "Virtual PCD 00 00");
            LifeStep.take(ApplicationLife.steps(algorithm, method), Program.withPcsc(), reader);
        } finally {
            card.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"ntag424, ev2", "ntag424, lrp", "desfire-light, ev2", "desfire-light, lrp"})
    void lifeOfACardWithFixedFiles(String kind, String method) throws NfcException {
        VpcdCard card = VpcdCard.present(SoftwareCards.open(kind).picc(), PcscDaemon.FIRST_PORT);
        try {
            List<String> reader = List.of("-y", "--wait", "15", "-r", "Virtual PCD 00 00");
            LifeStep.take(FixedFilesLife.steps(kind, method), Program.withPcsc(), reader);
        } finally {
            card.close();
        }
    }
}
