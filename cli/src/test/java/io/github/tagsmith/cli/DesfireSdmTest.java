package io.github.tagsmith.cli;

import static io.github.tagsmith.cli.Program.done;
import static io.github.tagsmith.cli.Program.failed;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code desfire sdm} on messages of sdm.json and sdm-lrp.json of the vectors, and the whole way with a software card. */
class DesfireSdmTest {

    private static final String LINK = "https://x.org/?p={picc}&m={mac}";

    private final Program program = new Program();

    private Run sdm(String... words) {
        Object[] all = new Object[words.length + 2];
        all[0] = "desfire";
        all[1] = "sdm";
        System.arraycopy(words, 0, all, 2, words.length);
        return program.run(all);
    }

    /** AN12196 tables 2 and 4, 5; sdm-backend test_plain_sdm, test_sdm_lrp1 and test_sdm_lrp2. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://c.url.com/?e=EF963FF7828658A599F3041510671E88&c=94EED9EE65337086 | 04DE5F1EACC040 | 61 | aes",
                "https://d.com/?picc_data=FD91EC264309878BE6345CBE53BADF40&enc=CEE9A53E3E463EF1F459635736738962"
                        + "&cmac=ECC1E7F6C6C73BF6 | 04958CAA5C5E80 | 8 | aes",
                "https://d.com/tagpt?uid=041E3C8A2D6B80&ctr=000006&cmac=4B00064004B0B3D3 | 041E3C8A2D6B80 | 6 | aes",
                "https://d.com/tag?picc_data=07D9CA2545881D4BFDD920BE1603268C0714420DD893A497"
                        + "&enc=D6E921C47DB4C17C56F979F81559BB83&cmac=F9481AC7D855BDB6 | 049B112A2F7080 | 4 | lrp",
                "https://d.com/?p=1FCBE61B3E4CAD980CBFDD333E7A4AC4A579569BAFD22C5F&m=4231608BA7B02BA9"
                        + " | 04940E2A2F7080 | 3 | lrp"
            })
    void publishedMessagesAreGenuine(String link, String uid, int counter, String cipher) {
        done(
                sdm("verify", link, "--json"),
                "\"genuine\":true,\"cipher\":\"" + cipher + "\",\"uid\":\"" + uid + "\",\"counter\":" + counter);
        failed(5, sdm("verify", link.substring(0, link.length() - 1) + "0"), "the MAC of the message is wrong");
    }

    /** The keys and the message of sdm-backend, test_sun3_custom; the same in parts. */
    @Test
    void keysAndParts() {
        String meta = "42aff114f2cb3b6141be6dc95dfc5416";
        String file = "b62a9baf092439bd43c62aee96b970c5";
        String[] parts = {
            "verify",
            "--picc",
            "8acaddef0a9b62cdae39a16b83fc14de",
            "--enc",
            "b8436e11f627bb7f543fcc0c1e0d1a89",
            "--mac",
            "238b2543a8debad8",
            "--mac-input",
            "B8436E11F627BB7F543FCC0C1E0D1A89",
            "--meta-key",
            meta,
            "--file-key",
            file
        };
        done(sdm(parts), "counter     291");
        done(sdm(parts), "data        4E545858716E6F5F6F42467077792D56  NTXXqno_oBFpwy-V");
        parts[12] = "00".repeat(16);
        failed(5, sdm(parts), "the MAC of the message is wrong");
        parts[10] = "00".repeat(16);
        Run wrong = sdm(parts);
        failed(5, wrong, "the key does not decipher the PICC data");
        assertFalse(wrong.err().contains(file));
    }

    @Test
    void whatProvesNothingIsSaidToBeSo() {
        String link = "https://c.url.com/?e=EF963FF7828658A599F3041510671E88";
        failed(5, sdm("verify", link), "there is no MAC in the message");
        done(sdm("verify", link, "--no-mac"), "unproven    no MAC was checked");
        done(sdm("verify", link, "--no-mac", "--json"), "\"genuine\":null");
    }

    @Test
    void wrongInput() {
        failed(8, sdm("verify", "https://example.com/"), "nothing in the link that a card has mirrored");
        failed(2, sdm("verify"), "a message is given as a link, or in its parts");
        failed(2, sdm("verify", "--mac", "00"), "a MAC has 8 bytes, not 1");
        failed(2, sdm("verify", "--uid", "00", "--mac", "00"), "a UID of 1 bytes");
        failed(2, sdm("verify", "--mac", "0011223344556677", "--counter", "x"), "the counter is no number");
        failed(2, sdm("verify", "https://x.org/?m=0011223344556677", "--file-key", "des:default"), "AES keys of 16");
        failed(2, sdm("compute", "https://x.org/?p={pic}", "--uid", "04DE5F1EACC040", "--counter", "1"), "no hole");
        failed(2, sdm("compute", "https://x.org/", "--uid", "04DE5F1EACC040", "--counter", "1"), "no hole in");
    }

    /** AN12196 tables 2 and 4: with the random bytes of the document. */
    @Test
    void computeMakesThePublishedMessage() {
        done(
                sdm("compute", LINK, "--uid", "04DE5F1EACC040", "--counter", "61", "--random", "DA5CF60941"),
                "https://x.org/?p=EF963FF7828658A599F3041510671E88&m=94EED9EE65337086");
    }

    @ParameterizedTest
    @CsvSource({"aes", "lrp"})
    void whatIsComputedIsVerified(String cipher) {
        Run made = sdm(
                "compute",
                "https://x.org/{from}?p={picc}&d={enc:16}&m={mac}",
                "--uid",
                "04DE5F1EACC040",
                "--counter",
                "0x10",
                "--data",
                "hello",
                "--cipher",
                cipher);
        Run read = sdm("verify", made.out().strip());
        done(read, "counter     16");
        done(read, "hello");
        done(read, cipher.equals("aes") ? "AES" : "LRP");
    }

    /** The file and the offsets of AN12196 section 5.4 (ev2-mac-full.json). */
    @Test
    void templateOfAn12196() {
        Run run = sdm("template", "https://choose.url.com/ntag424?e={picc}&c={mac}");
        done(run, "content  0051D1014D550463686F6F73652E75726C2E636F6D2F6E7461673432343F653D3030");
        done(run, "UID and counter at 32, enciphered with key 0");
        done(run, "MAC at 67, covering no text, with key 0");
    }

    /** A card as it is delivered is set up, read as a telephone does, and what it shows is checked. */
    @Test
    void theWholeWay(@TempDir Path folder) {
        String card = "-y -r virtual:ntag424@" + folder.resolve("card") + " desfire file ";
        String content = hex("\"file\":\"([0-9A-F]+)\"", sdm("template", LINK, "--json"));
        String master = " --auth 0:aes:default";
        done(program.runLine(card + "write 2 " + content + master), "wrote 67 bytes into file 2");
        String setting = "settings 2 --sdm-url " + LINK + " --sdm-rights 2,1,3 --sdm-limit 3";
        done(program.runLine(card + setting + master + " --dry-run"), "would set file 2 to plain");
        done(program.runLine(card + setting + master), "SDM counter told to key 3, limit 3 reads");
        Run told = program.runLine(card + "settings 2 --json");
        done(told, "\"metaRead\":\"2\",\"fileRead\":\"1\",\"counterRetrieval\":\"3\"");
        done(told, "\"picc\":16,\"tamper\":null,\"macInput\":51,\"enc\":null,\"encLength\":null,\"mac\":51}");
        String seen = hex("([0-9A-F]+)", program.runLine(card + "read 2 --length 67"));
        StringBuilder text = new StringBuilder();
        for (int i = 14; i < seen.length(); i += 2) {
            text.append((char) Integer.parseInt(seen.substring(i, i + 2), 16));
        }
        done(sdm("verify", "https://" + text), "counter     1");
        done(program.runLine(card + "counters 2 --auth 3:aes:default"), "1 read of at most 3");
        failed(5, program.runLine(card + "counters 2"), "asked for its counter with key 3: --auth 3:KEY");
        failed(1, program.runLine(card + "counters 3"), "file 3 of D2760000850101 has no secure dynamic messaging");
        done(program.runLine(card + "settings 2 --no-sdm" + master), "set file 2 to plain");
        done(program.runLine(card + "settings 2 --json"), "\"sdm\":null");
        failed(2, program.runLine(card + "settings 2 --sdm-limit 7" + master), "needs --sdm-rights");
        failed(2, program.runLine(card + "settings 2 --sdm-offsets pic=3" + master), "is no offset");
    }

    private static String hex(String pattern, Run run) {
        Matcher matcher = Pattern.compile(pattern).matcher(run.out());
        assertTrue(matcher.find(), run.out() + run.err());
        return matcher.group(1);
    }
}
