package io.github.tagsmith.classic.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.dump.CardIdentity;
import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxmarkJsonFormatTest extends DumpFormatContract {

    private static final String TRAILER = "FFFFFFFFFFFFFF078069FFFFFFFFFFFF";
    private static final Bytes MINI = Bytes.fromHex(("00".repeat(48) + TRAILER).repeat(5));

    ProxmarkJsonFormatTest() {
        super(new ProxmarkJsonFormat());
    }

    private static String written(CardIdentity identity) {
        Dump dump =
                new Dump(ClassicType.MINI, Dump.ofImage(ClassicType.MINI, MINI).blocks(), identity);
        return new ProxmarkJsonFormat().write(dump).content().toText(StandardCharsets.UTF_8);
    }

    /** The trailer's text says that key A is written, not read, with key A. */
    @Test
    void accessConditionsAreInWords() {
        String text = written(CardIdentity.NONE);
        assertTrue(text.contains("\"FileType\" : \"mfc v2\""), text);
        assertTrue(
                text.contains("\"block4\" : \"read AB; write AB; increment AB; decrement transfer restore AB\""), text);
        assertTrue(text.contains("\"block7\" : \"write A by A; read/write ACCESS by A; read/write B by A\""), text);
        assertTrue(text.contains("\"UserData\" : \"69\""), text);
    }

    @Test
    void signatureAndAtsMakeVersion3() throws NfcException {
        CardIdentity identity = new CardIdentity(
                Optional.of(Bytes.fromHex("04010203040506")),
                Optional.of(0x0044),
                Optional.of(0x08),
                Optional.of(Bytes.fromHex("0675778102 80")),
                Optional.of(Bytes.repeat(32, 0xAB)),
                Optional.empty());
        Bytes content = TextFile.encode(written(identity));
        assertEquals(Optional.of("mfc v3"), new ProxmarkJsonFormat().variant(content));
        assertEquals(identity, new ProxmarkJsonFormat().read(content).identity());
        assertTrue(content.toText(StandardCharsets.UTF_8).contains("\"ATQA\" : \"4400\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "mfc v2; mfu v2; this FileType is none of mfcard, mfc v2, mfc v3",
                "\"FileType\"; \"Type\"; this JSON is no dump in a known form: it has no FileType",
                "\"3\" :; \"03\" :; the name of a block is its number, 0 to 255",
                "\"19\" :; \"256\" :; the name of a block is its number, 0 to 255",
                "\"19\" :; \"20\" :; the blocks are not numbered from 0 without a gap",
                "\"3\" :; \"2\" :; this name stands in the object twice",
                "\"blocks\"; \"block\"; the member \"blocks\" is missing in this object",
            })
    void mistakesAreNamed(String what, String instead, String message) {
        String text = written(CardIdentity.NONE);
        assertTrue(text.contains(what), text);
        String found = String.valueOf(assertMalformed(TextFile.encode(text.replaceFirst(what, instead)))
                .getMessage());
        assertTrue(found.endsWith(message), found);
    }

    @Test
    void badDigitIsFoundInItsColumn() {
        String text = written(CardIdentity.NONE).replaceFirst("FFFFFFFFFFFFFF0780", "FFFFFFFFFFFFFFx780");
        String line = text.lines().filter(l -> l.contains("x780")).findFirst().orElseThrow();
        String found = String.valueOf(assertMalformed(TextFile.encode(text)).getMessage());
        assertTrue(found.contains(" column " + (line.indexOf('x') + 1) + " is not a hexadecimal digit: 'x'"), found);
    }
}
