package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts: desfire.md sections 2 and 8, classic.md section 2; the version bytes are AN12343's EV1 example of versions.json. */
class ExplainCommandTest {

    private static Run explain(String words) {
        Run run = new Program().runLine("explain " + words);
        assertFalse(run.hasStackTrace(), run.err());
        return run;
    }

    @ParameterizedTest
    @CsvSource({
        "sw 6982, security-status-not-satisfied",
        "sw 63C2, 2 tries are left",
        "sw 91AE, AUTHENTICATION_ERROR",
        "desfire ae, the right key with another algorithm",
        "desfire 91ae, AUTHENTICATION_ERROR",
        "desfire boundary_error, 'BE  BOUNDARY_ERROR'",
        "desfire AF, AdditionalFrame",
        "desfire bd, ReadData",
        "acl FF0780, 'trailer  001'",
        "rights 1230, 'read      key 3 or key 1'",
        "rights 1230, 'write     key 0 or key 1'",
        "rights 1230, 'change    key 2'",
        "rights EE0E, travels plain",
        "rights 0F00, can ever change these rights",
        "apdu 90BD0000070100000020000000, 'length    32'",
        "apdu 90BD0000070100000020000000 919D, PERMISSION_DENIED",
        "apdu FFB0000410=6300, failed",
        "apdu FF D6 00 03 10 00 00 00 00 00 00 FF 07 80 69 00 00 00 00 00 00, 'sector 0 trailer, access bits FF0780'",
        "apdu 00B0810000, 'shortFile  1'",
        "apdu 60, desfire.GetVersion",
        "ats 067577810280, 64 bytes",
        "atr 3B8180018080, 'protocols   T=0, T=1'",
        "version 040101010018050401010104180504A2B31C7D2680BA344142201709, MIFARE DESFire EV1",
    })
    void whatIsNamedIsExplained(String words, String part) {
        Run run = explain(words);
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains(part), run.out());
    }

    @ParameterizedTest
    @CsvSource({
        "6982, explain sw",
        "9000, explain sw",
        "AE, explain desfire",
        "authentication_error, explain desfire",
        "FF0780, explain acl",
        "FF078069, explain acl",
        "1230, explain rights",
        "067577810280, explain ats",
        "00A4040007D276000085010100, explain apdu",
        "3B8180018080, atr",
        "040101010018050401010104180504A2B31C7D2680BA344142201709, explain version",
        "0004030101000B03, explain version",
    })
    void whatCanBeOneThingOnlyIsRecognised(String word, String command) {
        Run run = explain("--json " + word);
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().startsWith("{\"schema\":\"tagsmith/1\",\"command\":\"" + command + "\""), run.out());
    }

    @ParameterizedTest
    @CsvSource({
        "hello, 2",
        "11223344, 2",
        "sw, 2",
        "sw 69, 2",
        "rights 12, 2",
        "desfire 33, 2",
        "desfire hello, 2",
        "apdu 12, 8",
        "ats 0575, 8",
        "version 0401, 8",
        "acl FF0781, 8",
        "sw 6X, 2",
    })
    void whatMakesNoSenseIsRefusedInASentence(String words, int exit) {
        assertEquals(exit, explain(words).exit());
    }

    @Test
    void textFitsEightyColumns() {
        for (String words : new String[] {"sw 6982", "desfire 9d", "desfire 1e", "sw 6300", "rights EEEE"}) {
            explain(words).out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
        }
    }

    @Test
    void jsonHasCausesAndRemediesAsLists() {
        String json = explain("--json desfire a0").out();
        assertTrue(json.contains("\"value\":\"A0\",\"name\":\"APPLICATION_NOT_FOUND\""), json);
        assertTrue(json.contains("\"causes\":[\"the AID is written in the wrong byte order"), json);
        assertTrue(json.contains("\"remedies\":[\"list the applications\"]"), json);
    }
}
