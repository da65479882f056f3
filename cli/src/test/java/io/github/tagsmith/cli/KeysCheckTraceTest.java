package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The authentications are published ones (FlipperMfkey's tests, Proxmark3's mfkey examples). */
class KeysCheckTraceTest {

    private static final String KNOWN = "12345678 1AD8DF2B 1D316024 620EF048 3 A\n";
    private static final String PRIVATE = "Sec 2 key B cuid 2a234f80 nt0 9f7f775e nr0 ef5329a2 ar0 52f12523"
            + " nt1 c9bdecca nr1 2c3a03f2 ar1 ef7aae07\n";

    @TempDir
    private Path folder;

    private final Program program = new Program();

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void wellKnownKeysAreChecked() throws IOException {
        Run run = program.run("classic", "keys", "check", "--nonces", file("a.log", KNOWN));
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("A0A1A2A3A4A5"), run.out());
        run.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }

    @Test
    void keysOfAListAreCheckedAndNamedInJson() throws IOException {
        Path keys = file("my.keys", "010203040506\n73068F118C13 # mine\n");
        Run run = program.run(
                "--json", "classic", "keys", "check", "--nonces", file("a.log", KNOWN + PRIVATE), "-k", keys);
        assertEquals(0, run.exit(), run.err());
        assertEquals(
                "{\"schema\":\"tagsmith/1\",\"command\":\"classic keys check\",\"file\":\""
                        + folder.resolve("a.log")
                        + "\",\"keysTried\":6,\"found\":3,\"authentications\":["
                        + "{\"line\":1,\"uid\":\"12345678\",\"nt\":\"1AD8DF2B\",\"nested\":false,\"sector\":3,\"keyType\":\"A\","
                        + "\"key\":\"A0A1A2A3A4A5\"},"
                        + "{\"line\":2,\"uid\":\"2A234F80\",\"nt\":\"9F7F775E\",\"nested\":false,\"sector\":2,\"keyType\":\"B\","
                        + "\"key\":\"73068F118C13\"},"
                        + "{\"line\":2,\"uid\":\"2A234F80\",\"nt\":\"C9BDECCA\",\"nested\":false,\"sector\":2,\"keyType\":\"B\","
                        + "\"key\":\"73068F118C13\"}]}",
                run.out().strip());
    }

    /** mf_nonce_brute's example of Proxmark3, within a session. */
    @Test
    void nonceThatWasSentEncryptedIsChecked() throws IOException {
        Path log = file("a.log", "9C599B32 {5A920D85} 98D76B77 D6C6E870\n");
        Run run = program.run("classic", "keys", "check", "--nonces", log);
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("{5A920D85}  FFFFFFFFFFFF"), run.out());
        run.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }

    /** The option that the log once had belongs to every command now, and does not stand in its way. */
    @Test
    void logIsNamedWithoutAnOptionToo() throws IOException {
        Path log = file("a.log", KNOWN);
        assertEquals(0, program.run("classic", "keys", "check", log).exit());
        assertEquals(0, program.run("classic", "keys", "check", "--trace", log).exit());
    }

    @Test
    void saysWhatNoKeyExplains() throws IOException {
        Run none = program.run("classic", "keys", "check", "--nonces", file("a.log", PRIVATE));
        assertEquals(5, none.exit());
        assertTrue(none.out().contains("none of them") && none.out().contains("0 of 2"), none.out());
        Run some = program.run("--json", "classic", "keys", "check", "--nonces", file("b.log", KNOWN + PRIVATE));
        assertEquals(6, some.exit());
        assertTrue(some.out().contains("\"found\":1,") && some.out().contains("\"key\":null"), some.out());
        Run one = program.run("classic", "keys", "check", "--nonces", file("c.log", PRIVATE), "--key", "73068F118C13");
        assertEquals(0, one.exit(), one.err());
    }

    @Test
    void brokenLogsAreNamedWithTheirLine() throws IOException {
        broken("cut.log", KNOWN + PRIVATE.substring(0, 50), "line 2");
        broken("utf16.log", new String(KNOWN.getBytes(StandardCharsets.UTF_16), StandardCharsets.ISO_8859_1), "line 1");
        broken("empty.log", "", "no authentication");
        broken("huge.log", "#".repeat((16 << 20) + 1), "offset 16777216");
    }

    private void broken(String name, String text, String place) throws IOException {
        Path log = Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
        Run run = program.run("classic", "keys", "check", "--nonces", log);
        assertEquals(8, run.exit(), run.err());
        assertTrue(run.err().contains(name) && run.err().contains(place), run.err());
        assertFalse(run.hasStackTrace());
        assertEquals("", run.out());
    }
}
