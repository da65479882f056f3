package io.github.tagsmith.desfire.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.command.Chaining;
import io.github.tagsmith.desfire.command.Configuration;
import io.github.tagsmith.desfire.command.SelectApplication;
import io.github.tagsmith.desfire.command.SetConfiguration;
import io.github.tagsmith.desfire.command.WriteData;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.AuthenticationMethod;
import io.github.tagsmith.desfire.model.CardGeneration;
import io.github.tagsmith.desfire.model.CommMode;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.FileNo;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeyNo;
import io.github.tagsmith.desfire.picc.DesfirePicc;
import io.github.tagsmith.desfire.picc.FactoryCards;
import io.github.tagsmith.desfire.picc.image.CardImage;
import io.github.tagsmith.desfire.picc.memory.CardState;
import io.github.tagsmith.desfire.sm.MemoryKey;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What SetConfiguration changes of the card, client against card. */
class CardConfigurationTest {

    private static final Bytes UID = Bytes.fromHex("04112233445566");
    private static final DesfireKey ZERO = DesfireKey.zero(KeyAlgorithm.AES);

    private final RandomSource random = RandomSource.of(new Random(5));
    private final DesfirePicc card = new DesfirePicc(withAesMaster(), random);
    private final DesfireChannel channel = DesfireChannel.over(card::answer);

    private static CardState withAesMaster() {
        return FactoryCards.delivered(CardGeneration.EV3, UID).with(KeyNo.MASTER, ZERO);
    }

    private void configure(Configuration configuration) throws NfcException {
        authenticate(AuthenticationMethod.EV2);
        channel.send(new SetConfiguration(configuration));
        assertEquals(card.state(), CardImage.read(CardImage.write(card.state())));
    }

    private void authenticate(AuthenticationMethod method) throws NfcException {
        channel.authenticate(method, KeyNo.MASTER, new MemoryKey(ZERO, random));
    }

    private static void assertRefused(Executable executable, int statusWord) {
        NfcException refused = assertThrows(NfcException.class, executable);
        assertEquals(OptionalLong.of(statusWord), refused.code(), refused.getMessage());
    }

    @Test
    void selectAcknowledge() throws NfcException {
        configure(new Configuration.Sak(0x24, 0x28));
        assertEquals(0x28, card.sak());
    }

    @Test
    void ev1MessagingOff() throws NfcException {
        configure(new Configuration.SecureMessaging(true, true, false));
        assertRefused(() -> authenticate(AuthenticationMethod.AES), 0x919D);
        assertEquals("6D00", card.answer(Bytes.fromHex("0084000010")).toHex());
        authenticate(AuthenticationMethod.EV2);
    }

    @Test
    void chainedWritingOff() throws NfcException {
        configure(new Configuration.SecureMessaging(false, false, true));
        for (String command :
                new String[] {"905A000003000000", "90CA0000050100000F81", "905A000003010000", "90CD00000700030000000100"
                }) {
            card.answer(Bytes.fromHex(command + "00"));
        }
        channel.send(new SelectApplication(new Aid(1), Optional.empty()));
        Bytes data = Bytes.repeat(100, 1);
        authenticate(AuthenticationMethod.EV2);
        channel.send(new WriteData(new FileNo(0), 0, data, CommMode.FULL, Chaining.ISO));
        assertRefused(
                () -> channel.send(new WriteData(new FileNo(0), 0, data, CommMode.FULL, Chaining.NATIVE)), 0x919D);
        authenticate(AuthenticationMethod.AES);
        channel.send(new WriteData(new FileNo(0), 0, data, CommMode.FULL, Chaining.NATIVE));
    }

    @Test
    void theUsersCapabilitiesAreTold() throws NfcException {
        configure(new Configuration.Capabilities(Bytes.fromHex("00000000000000000A0B")));
        assertEquals(Bytes.fromHex("000000000A0B"), card.state().configuration().capabilities());
        authenticate(AuthenticationMethod.EV2);
    }

    @Test
    void whatIsNotDocumentedIsRefused() throws NfcException {
        for (Configuration unknown : new Configuration[] {
            new Configuration.Other(0x08, Bytes.of(0, 1)),
            new Configuration.Other(0x0C, Bytes.of(0x03, 0x44)),
            new Configuration.PiccOptions(false, false, true, false),
            new Configuration.Capabilities(Bytes.fromHex("00000000020000000000"))
        }) {
            authenticate(AuthenticationMethod.EV2);
            assertRefused(() -> channel.send(new SetConfiguration(unknown)), 0x919E);
            channel.leaveSession();
        }
    }
}
