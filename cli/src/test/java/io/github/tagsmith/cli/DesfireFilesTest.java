package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings of files, transactions with their MAC, delegated applications, selection: on an EV3 software card. */
class DesfireFilesTest {

    private static final String APP = " --app 123456";
    private static final String MASTER = APP + " --auth 0:default";

    private final Program program = new Program();

    @TempDir
    private Path folder;

    private Run run(String command) {
        return program.runLine("-y -r virtual:desfire-ev3@" + folder.resolve("card") + " desfire " + command);
    }

    private Run done(String command, String wanted) {
        return Program.done(run(command), wanted);
    }

    private void failed(int exit, String command, String wanted) {
        Program.failed(exit, run(command), wanted);
    }

    @BeforeEach
    void anApplication() {
        done("app create 123456 --keys 4 --iso-fid 1001 --df-name text:files --auth 0:default", "created");
    }

    @Test
    void furtherRightsAreSetShownAndTakenAway() {
        done("file create 1 --type std --size 32 --rights 1,2,0,0 --more-rights 3,3,never,never" + MASTER, "created");
        done("file settings 1" + APP, "    or rights 3,3,never,never");
        done("file read 1 --length 1" + APP + " --auth 3:default", "00");
        done("tree", "      or rights 3,3,never,never");
        done(
                "file settings 1 --more-rights 2,never,never,never --more-rights free,never,never,never" + MASTER,
                "rights 1,2,0,0 or 2,never,never,never or free,never,never,never");
        done("file read 1 --length 1" + APP, "00");
        Run none = done("file settings 1 --no-more-rights --comm mac" + MASTER, "set file 1 to mac, rights 1,2,0,0");
        assertFalse(none.out().contains(" or "));
        done("--json file settings 1" + APP, "\"additionalRights\":[]");
        failed(5, "file read 1 --length 1" + APP, "read with key 0 or key 1");
        failed(2, "file settings 1 --no-more-rights --more-rights 1,1,1,1" + MASTER, "not both");
    }

    @Test
    void rawSettingsAreUnderstoodBeforeTheyAreSent() {
        done("file create 1 --type std --size 32" + MASTER, "created");
        done("file settings 1 --set 03301F --dry-run" + MASTER, "would set file 1 to full, rights 1,never,3,0");
        done("file settings 1 --set 0300E1" + MASTER, "set file 1 to full, rights free,1,0,0");
        failed(2, "file settings 1 --set 03" + MASTER, "--set 03: ");
        failed(2, "file settings 1 --set 0400E1" + MASTER, "no document names");
        failed(2, "file settings 1 --set 0300E1 --comm full" + MASTER, "--set gives all settings");
    }

    @Test
    void aFileIsBornWithSecureDynamicMessaging() {
        String sdm = " --sdm-offsets uid=4,counter=20,mac=28 --sdm-rights free,1,never";
        failed(2, "file create 2 --type std --size 64 --rights free,1,1,1" + sdm + MASTER, "the key that may change");
        done("file create 2 --type std --size 64 --rights free,1,1,0" + sdm + MASTER, "created std file 2");
        done("file settings 2" + APP, "SDM UID at 4, in clear");
        failed(2, "file create 3 --type std --size 64 --sdm-rights 1,1,1" + MASTER, "--sdm-url or --sdm-offsets");
        failed(
                1,
                "file create 3 --type value --sdm-offsets mac=3 --sdm-rights never,1,never" + MASTER,
                "file 3 is there");
    }

    /** Counter, MAC and input go from the commit to the offline check; the two are strangers, but proven by no card. */
    @Test
    void aTransactionIsCheckedOffline() {
        String tmac = "00112233445566778899AABBCCDDEEFF";
        String reader = "0102030405060708090A0B0C0D0E0F10";
        done("file create 1 --type backup --size 100 --rights 0,0,0,0" + MASTER, "created");
        done("file create 3 --type value --upper 100 --rights 0,0,0,0" + MASTER, "created");
        done("file create 4 --type linear --size 4 --records 4 --rights 0,0,0,0" + MASTER, "created");
        failed(1, "tmac read" + APP, "there is no transaction MAC file in application 123456");
        failed(1, "value credit 3 5 --tmac" + MASTER, "gives no --tmac");
        done("file create 15 --type tmac --rights free,never,0,0 --key " + tmac + MASTER, "created tmac file 15");
        check(tmac, done("--json value credit 3 5 --reader-id " + reader + MASTER, "\"counter\":1"), "");
        check(tmac, done("--json record append 4 01020304 --reader-id " + reader + MASTER, "\"counter\":2"), reader);
        check(tmac, done("--json file write 1 " + "5A".repeat(90) + " --reader-id " + reader + MASTER, "3"), reader);
        done("tmac read" + APP, "transaction 3, MAC ");
        failed(2, "value credit 3 5 --reader-id 01" + MASTER, "a reader identifier has 16 bytes, not 1");
    }

    private void check(String key, Run committed, String before) {
        String verify = "desfire tmac verify --uid 04DEADBEEF0080 --counter " + part("\"counter\":(\\d+)", committed)
                + " --input " + part("\"input\":\"([0-9A-F]+)\"", committed) + " --mac "
                + part("\"mac\":\"([0-9A-F]+)\"", committed);
        Run right = program.runLine(verify + " --key " + key + " --enc-reader-id "
                + part("\"encipheredReaderId\":\"([0-9A-F]+)\"", committed));
        assertEquals(0, right.exit(), right.err());
        assertTrue(right.out().contains("is right"), right.out());
        assertTrue(right.out().contains("reader of the transaction before: " + before), right.out());
        Run wrong = program.runLine(verify + " --key default");
        assertEquals(5, wrong.exit(), wrong.out());
        assertTrue(wrong.err().contains("the MAC of the transaction is wrong"), wrong.err());
    }

    private static String part(String pattern, Run run) {
        Matcher matcher = Pattern.compile(pattern).matcher(run.out());
        assertTrue(matcher.find(), run.out() + run.err());
        return matcher.group(1);
    }

    /** The MAC and the reader identifier of tmac.json of the vectors (desfire-sdk), checked by an independent project. */
    @Test
    void aWrongTransactionCounterIsRefused() {
        Run run = program.runLine("desfire tmac verify --key 00112233445566778899AABBCCDDEEFF --uid 04782E21801D80"
                + " --counter 1 --mac 1E285E485BA62DE1 --enc-reader-id 4CBA5402F5723FA30DFCDF9477E623F5"
                + " --input 3d0200000003000000000000000000000010203000000000000000000000000000");
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("before: 00112233445566778899AABBCCDDEEFF"), run.out());
        Run zero = program.runLine(
                "desfire tmac verify --key default --uid 04782E21801D80 --counter 0 --mac 00" + " --input 00");
        assertEquals(2, zero.exit(), zero.err());
    }

    @Test
    void anOwnerApprovesAndSomebodyElseCreates() {
        String place = "app create 112233 --keys 2 --delegated --dam-slot 7 --dam-version 1 --dam-quota 64";
        String first = "00112233445566778899AABBCCDDEEFF";
        String owner = " --dam-enc-key default --dam-mac-key default --first-key " + first;
        Run approval = done("--json " + place + owner + " --dry-run", "\"slot\":7,\"version\":1,\"quota\":64");
        String given = " --dam-cryptogram " + part("\"encryptedKey\":\"([0-9A-F]+)\"", approval) + " --dam-mac "
                + part("\"mac\":\"([0-9A-F]+)\"", approval);
        failed(5, place + given, "16:KEY");
        failed(2, place + given + owner, "the owner's approval is");
        failed(2, "app create 112233 --keys 2 --dam-quota 64", "go with --delegated");
        done(place + given + " --auth 16:aes:default", "created delegated application 112233");
        done("app dam-info 7", "application 112233");
        failed(1, "app dam-info 8", "there may be no application in slot 8");
        done("key version 0 --app 112233 --auth 0:" + first, "0");
    }

    @Test
    void aFileGetsTheContentOfAnother() {
        done("file create 3 --type value --upper 9 --rights 0,0,0,0" + MASTER, "created");
        done("file restore-transfer 3 4 --dry-run" + MASTER, "would give file 3 the content of file 4");
        failed(1, "file restore-transfer 3 4" + MASTER, "RestoreTransfer was refused with 91F0");
        done("file create 4 --type value --upper 9 --value 7 --rights 0,0,0,0" + MASTER, "created");
        done("file restore-transfer 3 4" + MASTER, "file 4");
        done("value get 3" + MASTER, "7");
    }

    @Test
    void whatIsSelectedSaysWhatItIs() {
        done("select" + APP, "selected application 123456");
        done("select --app-name text:files", "selected application 66696C6573");
        done("select --fid 1001", "selected file 1001 of the card itself");
        failed(1, "select --fid 9999" + APP, "there is no file 9999 in application 123456");
    }

    @Test
    void theProximityCheckIsMeasured() {
        done("--json proximity" + APP, "\"publishedMicroseconds\":800,\"allowedMicroseconds\":null");
        done("proximity --allow 60000000" + APP, "in time: the card is near");
        failed(1, "proximity", "a proximity check begins in an application");
        failed(2, "proximity --rounds 3" + APP, "3 rounds, not 1, 2, 4 or 8");
        Run forged = run("proximity --key " + "11".repeat(16) + APP);
        assertEquals(1, forged.exit(), forged.err() + forged.out());
    }
}
