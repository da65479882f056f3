package io.github.tagsmith.core.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tagsmith.core.bytes.Bytes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Geometry, access bits and value blocks: classic.md sections 1 to 3. */
class InterpreterTest {

    private final Interpreter interpreter = new Interpreter();

    private String context(String command, String answer) {
        return interpreter
                .next(Secrets.clear(Bytes.fromHex(command), Optional.of(Bytes.fromHex(answer))))
                .context();
    }

    @Test
    void aBlockIsNamedOnceTheCardIsKnownToBeClassic() {
        assertEquals("", context("FFB0000410", "000000000000000000000000000000009000"));
        assertEquals("sector 1", context("FF860000050100046000", "9000"));
        assertEquals("sector 1, empty", context("FFB0000410", "000000000000000000000000000000009000"));
        assertEquals(
                "sector 1, value block: 100, address 6", context("FFB0000610", "640000009BFFFFFF6400000006F906F99000"));
        assertEquals(
                "sector 0 trailer, access bits FF0780", context("FFB0000310", "000000000000FF078069FFFFFFFFFFFF9000"));
        assertEquals("sector 0, manufacturer block", context("FFB0000010", "6982"));
        assertEquals("sector 32", context("FF860000050100806000", "9000"));
        assertEquals("sector 39 trailer", context("FF860000050100FF6000", "9000"));
    }

    @Test
    void anAuthenticationThatFailedSaysNothingOfTheCard() {
        context("FF860000050100046000", "6300");
        assertEquals("", context("FFB0000410", "000000000000000000000000000000009000"));
    }

    @Test
    void aFileIsNamedByWhatWasSelected() {
        assertEquals("", context("00B000000F", "9000"));
        context("00A4040007D276000085010100", "9000");
        context("00A4000C02E104", "9000");
        assertEquals("in NDEF-file", context("00B0000002", "00109000"));
        context("00A4000C02E105", "6A82");
        assertEquals("in NDEF-file", context("00B0000002", "00109000"));
        interpreter.reset();
        assertEquals("", context("00B0000002", "6986"));
    }

    @Test
    void aDesfireFileIsNamedWithItsApplication() {
        assertEquals("", context("90F50000010100", "91F0"));
        context("905A00000303020100", "9100");
        assertEquals("application 010203", context("90F50000010100", "91F0"));
    }

    @Test
    void framesOfACommandThatWasBrokenOffAreKept() {
        DesfireFrames frames = new DesfireFrames();
        assertEquals(List.of(), frames.add(1, Bytes.fromHex("9060000000"), Bytes.fromHex("0401010100180591AF")));
        List<DesfireExchange> both = frames.add(2, Bytes.fromHex("905A00000303020100"), Bytes.fromHex("91CA"));
        assertEquals(
                List.of("GetVersion", "SelectApplication"),
                both.stream().map(DesfireExchange::command).toList());
        assertEquals("ADDITIONAL_FRAME", both.get(0).status());
        assertEquals("COMMAND_ABORTED", both.get(1).status());
        assertEquals(Optional.empty(), frames.finish());
    }
}
