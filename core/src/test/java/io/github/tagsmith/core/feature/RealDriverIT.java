package io.github.tagsmith.core.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.feature.TlvProperties.Property;
import io.github.tagsmith.core.pcsc.PcscReaders;
import io.github.tagsmith.core.reader.Card;
import io.github.tagsmith.core.reader.Protocol;
import io.github.tagsmith.core.reader.Reader;
import io.github.tagsmith.core.reader.ReaderAttribute;
import io.github.tagsmith.core.reader.ShareMode;
import io.github.tagsmith.core.testing.Failures;
import io.github.tagsmith.core.testing.PrivatePcscd;
import io.github.tagsmith.core.testing.SerialPinPad;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** SCardControl against a real driver: libccid's serial one, with a reader of ours at the other end of a pseudo-terminal. */
@Timeout(120)
@org.jspecify.annotations.NullUnmarked
class RealDriverIT {

    private static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libccidtwin.so");

    private SerialPinPad pinPad;
    private PrivatePcscd daemon;
    private PcscReaders readers;

    @BeforeEach
    void startService() throws Exception {
        assumeTrue(Files.exists(DRIVER), "skipped: libccid's serial driver is not installed (apt install libccid)");
        pinPad = SerialPinPad.open();
        daemon = PrivatePcscd.start(String.format(
                "FRIENDLYNAME \"Serial PIN pad\"%nDEVICENAME %s:GemPCPinPad%nLIBPATH %s%n", pinPad.terminal(), DRIVER));
        readers = daemon.readers();
    }

    @AfterEach
    void stopService() throws Exception {
        if (readers != null) {
            readers.close();
        }
        if (daemon != null) {
            daemon.close();
        }
        if (pinPad != null) {
            pinPad.close();
        }
    }

    private Card connect(ShareMode mode) throws Exception {
        Reader reader = readers.list().get(0);
        assertTrue(reader.waitForCard(Duration.ofSeconds(20)).cardPresent());
        return reader.connect(mode);
    }

    @Test
    void theDriverSaysWhatItOffers() throws Exception {
        try (Card card = connect(ShareMode.SHARED)) {
            assertEquals(SerialPinPad.ATR, card.atr());
            assertEquals(Protocol.T0, card.protocol());
            Features features = Features.of(card);
            assertEquals(0x42330006L, features.code(Feature.VERIFY_PIN_DIRECT).orElseThrow());
            assertEquals(0x42330007L, features.code(Feature.MODIFY_PIN_DIRECT).orElseThrow());
            TlvProperties properties = TlvProperties.of(card, features);
            assertEquals(65536, properties.number(Property.MAX_APDU_DATA_SIZE).orElseThrow());
            assertTrue(properties.number(Property.LCD_LAYOUT).isPresent(), properties::toString);
        }
    }

    @Test
    void aPinIsTypedAtTheReader() throws Exception {
        try (Card card = connect(ShareMode.SHARED)) {
            Bytes verify = Bytes.fromHex("0020000108FFFFFFFFFFFFFFFF");
            assertEquals(Bytes.fromHex("9000"), PinVerify.ascii(verify, 4, 8).verify(card, Features.of(card)));
            Bytes seen = pinPad.secure().get(0);
            assertEquals(0, seen.get(0), "bPINOperation: verification");
            assertEquals(verify, seen.slice(seen.length() - verify.length()));
        }
    }

    @Test
    void anEscapeReachesTheReader() throws Exception {
        try (Card card = connect(ShareMode.DIRECT)) {
            Bytes answer = Features.of(card).escape(card, Bytes.of(0x02));
            assertEquals(SerialPinPad.FIRMWARE, answer.toText(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void theDriverAnswersForTheReader() throws Exception {
        try (Card card = connect(ShareMode.SHARED)) {
            assertEquals(SerialPinPad.ATR, card.attribute(ReaderAttribute.ATR_STRING));
            assertTrue(ReaderAttribute.DEVICE_FRIENDLY_NAME_A
                    .show(card.attribute(ReaderAttribute.DEVICE_FRIENDLY_NAME_A))
                    .startsWith("Serial PIN pad"));
            assertEquals(4, card.attribute(ReaderAttribute.VENDOR_IFD_VERSION).length());
            Failures.assertFails(ErrorKind.READER_FAILED, () -> card.control(card.controlCode(9999), Bytes.EMPTY));
            Failures.assertFails(
                    ErrorKind.READER_FAILED, () -> card.setAttribute(ReaderAttribute.MAX_IFSD, Bytes.of(1, 0, 0, 0)));
            assertEquals(Bytes.fromHex("9000"), card.transmit(Bytes.fromHex("00A4040000")));
        }
    }
}
