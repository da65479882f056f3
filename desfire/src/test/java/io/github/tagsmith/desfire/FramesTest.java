package io.github.tagsmith.desfire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.channel.DesfireChannel;
import io.github.tagsmith.desfire.command.ApplicationParameters;
import io.github.tagsmith.desfire.command.CreateDelegatedApplication;
import io.github.tagsmith.desfire.command.GetDfNames;
import io.github.tagsmith.desfire.model.Aid;
import io.github.tagsmith.desfire.model.ApplicationKeys;
import io.github.tagsmith.desfire.model.ApplicationName;
import io.github.tagsmith.desfire.model.DelegatedSlot;
import io.github.tagsmith.desfire.model.DfName;
import io.github.tagsmith.desfire.model.IsoFileId;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.model.KeySettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Commands whose frames have borders of their own; answers made after libfreefare and NXP NfcRdLib. */
class FramesTest {

    @Test
    void oneNameAFrame() throws NfcException {
        RecordedCard card = new RecordedCard()
                .with("906D000000", "01000005E1D276000085010191AF")
                .with("90AF000000", "02000006E19100");
        assertEquals(
                List.of(
                        new ApplicationName(Aid.of("000001"), new IsoFileId(0xE105), Optional.of(DfName.NDEF)),
                        new ApplicationName(Aid.of("000002"), new IsoFileId(0xE106), Optional.empty())),
                DesfireChannel.over(card).send(new GetDfNames()));
    }

    @Test
    void noNames() throws NfcException {
        assertEquals(
                List.of(),
                DesfireChannel.over(new RecordedCard().with("906D000000", "9100"))
                        .send(new GetDfNames()));
    }

    @Test
    void theCryptogramOfADelegatedApplicationHasAFrame() throws NfcException {
        RecordedCard card = new RecordedCard()
                .with("90C900000A" + "563412" + "0000004000" + "EF81" + "00", "91AF")
                .with("90AF000028" + "11".repeat(32) + "22".repeat(8) + "00", "9100");
        DesfireChannel.over(card)
                .send(new CreateDelegatedApplication(
                        ApplicationParameters.of(
                                Aid.of("123456"), ApplicationKeys.of(new KeySettings(0xEF), 1, KeyAlgorithm.AES)),
                        new DelegatedSlot(0, 0, 0x40),
                        Bytes.repeat(32, 0x11),
                        Bytes.repeat(8, 0x22)));
        assertTrue(card.isFinished());
    }
}
