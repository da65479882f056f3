package io.github.tagsmith.classic.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.classic.model.BlockContent;
import io.github.tagsmith.classic.model.ClassicType;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChameleonFormatTest extends DumpFormatContract {

    private static final Bytes BLOCK_0 = Bytes.fromHex("01020304040904006263646566676869");

    ChameleonFormatTest() {
        super(new ChameleonFormat());
    }

    private static DumpFormat.Encoded written(Bytes block0) {
        return new ChameleonFormat()
                .write(Dump.ofImage(
                        ClassicType.MINI, Bytes.zeros(ClassicType.MINI.size()).with(0, block0)));
    }

    private static String text() {
        return written(BLOCK_0).content().toText(StandardCharsets.UTF_8);
    }

    @Test
    void headIsThatOfTheCard() throws NfcException {
        Dump dump = new ChameleonFormat().read(TextFile.encode(text()));
        assertEquals(Optional.of(Bytes.fromHex("01020304")), dump.identity().uid());
        assertEquals(Optional.of(4), dump.identity().atqa());
        assertEquals(Optional.of(9), dump.identity().sak());
        assertEquals(BlockContent.of(BLOCK_0), dump.blocks().get(0));
        assertEquals(text(), text());
    }

    /** With a wrong BCC nothing tells the UID, which the file must have. */
    @Test
    void whatHasToBeMadeUpIsSaid() {
        String losses =
                String.join("\n", written(BLOCK_0.with(4, Bytes.of(0x05))).losses());
        assertTrue(losses.contains("the UID is not known") && losses.contains("written as 01020304"), losses);
        assertTrue(losses.contains("the SAK is not known") && losses.contains("written as 09"), losses);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"tag\" : 1000; \"tag\" : 1100; this is the number of no MIFARE Classic",
                "\"tag\" : 1000; \"tag\" : 1001; '20 blocks, this card has 64'",
                "\"tag\" : 1000; \"tag\" : \"x\"; not a whole number from 0 to 2147483647",
                "98, 99; 256, 99; not a whole number from 0 to 255",
                "98, 99; 99; '15 numbers, a block has 16'",
                "\"uid\" : \"01; \"uid\" : \"0; not 4 to 10 bytes in hexadecimal digits",
                "\"atqa\" : [ 0,; \"atqa\" : [; ATQA has two bytes",
            })
    void mistakesAreNamed(String what, String instead, String message) {
        assertTrue(text().contains(what), text());
        String found = String.valueOf(
                assertMalformed(TextFile.encode(text().replace(what, instead))).getMessage());
        assertTrue(found.endsWith(message), found);
    }
}
