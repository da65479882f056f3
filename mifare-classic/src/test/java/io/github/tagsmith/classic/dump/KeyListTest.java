package io.github.tagsmith.classic.dump;

import static io.github.tagsmith.core.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyListTest {

    @Test
    void commentsBlanksAndRepetitionsDoNotCount() throws NfcException {
        String text = "# keys\n\nFFFFFFFFFFFF\r\na0a1a2a3a4a5 # directory\n  ffffffffffff\n\t# end\nD3F7D3F7D3F7";
        assertEquals(List.of(ClassicKey.DELIVERY, ClassicKey.MAD, ClassicKey.NDEF), KeyList.parse(text, "a.keys"));
        assertEquals(List.of(), KeyList.parse("", "a.keys"));
        assertEquals(
                List.of(ClassicKey.NDEF, ClassicKey.DELIVERY, ClassicKey.MAD),
                KeyList.join(List.of(ClassicKey.NDEF, ClassicKey.DELIVERY), List.of(ClassicKey.MAD, ClassicKey.NDEF)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A1B2C3D4E5",
                "A1B2C3D4E5F",
                "A1B2C3D4E5F607",
                "A1B2C3D4E5FG",
                "A1:B2:C3:D4",
                "0xA1B2C3D4E5",
                "A1B2C3D4E5--",
                "A1B2C3D4E5F6;",
                "?1B2C3D4E5F6"
            })
    void lineThatIsNoKeyIsNamedAndNotShown(String line) {
        NfcException e =
                assertFails(ErrorKind.MALFORMED_INPUT, () -> KeyList.parse("FFFFFFFFFFFF\n" + line + "\n", "a.keys"));
        String message = String.valueOf(e.getMessage());
        assertTrue(message.startsWith("a.keys line 2:"), message);
        assertFalse(message.contains("B2"), message);
    }
}
