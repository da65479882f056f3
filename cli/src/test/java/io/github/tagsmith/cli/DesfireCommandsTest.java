package io.github.tagsmith.cli;

import static io.github.tagsmith.cli.Program.done;
import static io.github.tagsmith.cli.Program.failed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import io.github.tagsmith.cli.command.CommandNode;
import io.github.tagsmith.cli.desfire.DesfireCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The group {@code desfire}, one command at a time, each on a software card as it is delivered. */
class DesfireCommandsTest {

    private static final String EV1 = "virtual:desfire-ev1";
    private static final String SECRET = "00112233445566778899AABBCCDDEEFF";

    private final Program program = new Program();

    private Run onEv1(String command) {
        return program.runLine("-r " + EV1 + " desfire " + command);
    }

    private static Stream<String> leaves(String path, List<CommandNode> nodes) {
        return nodes.stream().flatMap(node -> {
            String here = path + " " + node.name();
            return node instanceof CommandNode.Group group
                    ? leaves(here, group.members().get())
                    : Stream.of(here);
        });
    }

    static Stream<String> leaves() {
        return leaves("desfire", DesfireCommands.members());
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void everyCommandHasHelpWithAnExampleInEightyColumns(String command) {
        Run run = program.runLine(command + " --help");
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("Example"), run.out());
        run.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }

    @Test
    void infoTellsProductAndMemory() {
        done(onEv1("info"), "product     MIFARE DESFire EV1");
        Run json = onEv1("--json info");
        done(json, "\"uid\":\"04DEADBEEF0080\"");
        done(json, "\"freeMemory\":8192");
        done(json, "\"apdus\":7}");
    }

    @Test
    void anEmptyListSaysSoBesideTheResult() {
        Run empty = onEv1("app list");
        done(empty, "");
        assertEquals("", empty.out());
        assertEquals("no applications\n", empty.err());
        assertEquals("", onEv1("-q app list").err());
        Run json = onEv1("--json app list");
        done(json, "\"applications\":[]");
        assertEquals("", json.err());
    }

    @Test
    void anApplicationWithoutFilesAndAFileWithoutRecordsSaySo(@TempDir Path folder) {
        String card = "-r " + EV1 + "@" + folder.resolve("card") + " desfire ";
        done(program.runLine(card + "app create 123456 --keys 1 --algorithm aes --auth 0:default"), "");
        Run files = program.runLine(card + "file list --app 123456");
        done(files, "");
        assertEquals("no files in application 123456\n", files.out() + files.err());
        String file = "file create 3 --type linear --size 8 --records 4 --comm plain --rights E,E,E,E";
        done(program.runLine(card + file + " --app 123456 --auth 0:default"), "");
        Run records = program.runLine(card + "record read 3 --app 123456");
        done(records, "");
        assertEquals("no records in file 3\n", records.out() + records.err());
        assertEquals(
                "", program.runLine(card + "--json record read 3 --app 123456").err());
    }

    @ParameterizedTest
    @CsvSource({
        "app create 1234 --keys 1 --algorithm aes, 1234",
        "app delete 12345, 12345",
        "file list --app 12345678, 12345678",
        "file list --app 0x1234, 0x1234",
        "file list --app 12345G, 12345G"
    })
    void anApplicationIdentifierHasSixDigits(String command, String given) {
        failed(
                2,
                onEv1(command),
                "\"" + given + "\" is no application identifier: six hexadecimal digits, as in 001234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x001234", "00:12:34", "00-12-34"})
    void anApplicationIdentifierIsHex(String written) {
        failed(1, onEv1("file list --app " + written), "001234");
    }

    @Test
    void treeOfAnEmptyCard() {
        done(onEv1("tree"), "applications: 0");
        done(onEv1("--json tree"), "\"keyVersions\":[0]");
    }

    @Test
    void applicationsAreCreatedAndOnlyOnceAsked() {
        done(onEv1("app create 123456 --keys 3 --auth 0:default"), "created application 123456 with 3 keys for AES");
        done(onEv1("app create 123456 --keys 3 --dry-run"), "would create application 123456");
        done(onEv1("--json app create 123456 --keys 3 --dry-run"), "\"dryRun\":true,\"apdus\":1}");
        failed(2, onEv1("app create 123456 --keys 15"), "at most 14 keys");
        failed(2, onEv1("app create 000000 --keys 1"), "000000 is the card itself");
        failed(2, onEv1("app create 123456 --keys 1 --df-name text:name"), "needs an ISO file identifier");
    }

    @Test
    void whatIsLostAsksFirst() {
        failed(7, onEv1("format --auth 0:default"), "nobody confirmed it");
        Program hesitant = new Program().answering("n\n");
        failed(
                7,
                hesitant.runLine("-r " + EV1 + " desfire format --auth 0:default"),
                "On the card with UID 04DEADBEEF0080: delete all applications? [y/N]");
        done(onEv1("-y format --auth 0:default"), "deleted all applications");
    }

    @Test
    void aWrongKeyIsExplained() {
        failed(
                5,
                onEv1("format -y --auth 0:2k3des:" + SECRET),
                "key 0 of 000000 is not that key, or is for AES, or for the first DESFire only: try --method aes, iso or d40, or name the algorithm, as aes:KEY");
        failed(
                5,
                onEv1("app list --auth 0:aes:default"),
                "key 0 of 000000 is not that key, or is DES: try --method d40 or lrp, or name the algorithm, as 2k3des:KEY");
        failed(1, onEv1("file read 1 --app 123456"), "91A0: no such application");
    }

    @ParameterizedTest
    @ValueSource(strings = {"d40", "iso"})
    void methodsThatTheKeyKnows(String method) {
        done(
                onEv1("--json app create 123456 --keys 1 --auth 0:default --method " + method),
                "\"authentication\":{\"method\":\"" + method + "\",\"key\":0}");
    }

    @Test
    void methodsThatTheKeyDoesNotKnow() {
        failed(2, onEv1("app list --auth 0:2k3des:default --method ev2"), "does not work with a key for 2K3DES");
        failed(2, onEv1("app list --method fast"), "is no method");
    }

    @Test
    void aKeyIsChangedWithBothProven() {
        Run run = onEv1("-y --json key change 0 --old default --new aes:" + SECRET + " --version 7");
        done(run, "\"algorithm\":\"AES\",\"version\":7,\"oldKeyProven\":true,\"dryRun\":false,\"newKeyProven\":true");
        assertFalse(run.out().contains(SECRET));
        done(onEv1("-y --json key change 0 --old default --new aes:default --method iso"), "\"newKeyProven\":true");
        failed(5, onEv1("-y key change 0 --old 2k3des:" + SECRET + " --new default"), "is not that key");
        failed(7, onEv1("key change 0 --old default --new default"), "nobody confirmed it");
    }

    @Test
    void keysComeFromElsewhere(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("key.txt");
        Files.writeString(file, "0000 0000 0000 0000\n");
        done(onEv1("app create 123456 --keys 1 --auth 0:@" + file), "created");
        program.environment("K", "00".repeat(16));
        done(onEv1("app create 123456 --keys 1 --auth 0:env:K"), "created");
        failed(2, onEv1("app list --auth 0:vault:master"), "there is no vault yet");
        failed(2, onEv1("app list --auth 0:env:NOTHING"), "the environment variable NOTHING holds is no DESFire key");
        failed(2, onEv1("app list --auth default"), "--auth takes KEYNO:KEY");
    }

    @Test
    void aMistypedKeyIsNotRepeated() {
        Run run = onEv1("app list --auth 0:" + SECRET + "0");
        failed(2, run, "is no DESFire key");
        assertFalse(run.err().contains(SECRET.substring(0, 8)));
    }

    @Test
    void configurationsSayWhatTheySend() {
        done(onEv1("--json config card --random-uid --auth 0:default --dry-run"), "\"option\":0,\"data\":\"02\"");
        done(onEv1("config raw 0B 01 --auth 0:default --dry-run"), "would set option 0B to 01");
        Run key = onEv1("--json config default-key aes:" + SECRET + " --auth 0:default --dry-run");
        done(key, "\"data\":null");
        assertFalse(key.out().contains(SECRET));
        failed(2, onEv1("config ats 0577 --auth 0:default"), "the first byte of an ATS is its length");
    }

    /** The signature of a real NTAG 424 DNA, nfc-ev2-crypto (originality.json of the vectors). */
    @Test
    void originalityIsCheckedOffline() {
        String signature = "a438feb368dc45f9b8899c2926a985be5d08e342ce016e9f08f3fdae388bb4d6"
                + "b3dfd7dea2e1977ccd2e4c9f82f245d4de08fb7fcb8043e3";
        done(
                program.runLine("desfire originality --uid 041D3C8A2D6B80 --signature " + signature),
                "signed by NXP, key of NTAG 424 DNA");
        Run forged = program.runLine("desfire originality --uid 041D3C8A2D6B81 --signature " + signature);
        assertEquals(1, forged.exit());
        assertTrue(forged.out().contains("not signed by NXP"), forged.out());
    }

    /** Through PC/SC the same is {@link DesfireSessionIT}. */
    @ParameterizedTest
    @CsvSource({
        "desfire-ev1, 2k3des, d40",
        "desfire-ev1, 2k3des, iso",
        "desfire-ev1, 3k3des, iso",
        "desfire-ev1, aes, aes",
        "desfire-ev2, aes, ev2",
        "desfire-ev3, aes, auto"
    })
    void theLifeOfAnApplication(String kind, String algorithm, String method, @TempDir Path folder) {
        List<String> reader = List.of("-y", "-r", "virtual:" + kind + "@" + folder.resolve("card"));
        LifeStep.take(ApplicationLife.steps(algorithm, method), program, reader);
    }

    /** Through PC/SC the same is {@link DesfireSessionIT}. */
    @ParameterizedTest
    @CsvSource({"ntag424, ev2", "ntag424, lrp", "desfire-light, ev2", "desfire-light, lrp"})
    void theLifeOfACardWithFixedFiles(String kind, String method, @TempDir Path folder) {
        List<String> reader = List.of("-y", "-r", "virtual:" + kind + "@" + folder.resolve("card"));
        LifeStep.take(FixedFilesLife.steps(kind, method), program, reader);
    }

    /** A card that was switched to LRP refuses EV2 with 9D or the like; the key is the same. */
    @Test
    void lrpIsFoundByItself(@TempDir Path folder) {
        String card = "-y -r virtual:ntag424@" + folder.resolve("card") + " desfire ";
        String master = " --app-name ndef --auth 0:aes:default";
        done(program.runLine(card + "uid" + master + " --json"), "\"method\":\"ev2\"");
        done(program.runLine(card + "config lrp" + master), "set the card to LRP");
        done(program.runLine(card + "uid" + master + " --json"), "\"method\":\"lrp\"");
        String writer = " --auth 3:aes:default";
        done(program.runLine(card + "file write 3 01020304" + writer), "wrote 4 bytes into file 3");
        done(program.runLine(card + "file read 3 --length 5" + writer + " --json"), "\"data\":\"0102030400\"");
    }

    /** Neither card knows SelectApplication; the tree is complete but for the key settings, which they do not tell. */
    @ParameterizedTest
    @CsvSource({
        "ntag424, application D2760000850101, file 3",
        "desfire-light, A00000039656434103F015400000000B, file 15"
    })
    void theOnlyApplicationIsFound(String kind, String application, String file) {
        Program.Run tree = program.runLine("-r virtual:" + kind + " desfire tree");
        assertEquals(6, tree.exit(), tree.err());
        assertTrue(tree.out().contains(application), tree.out());
        assertTrue(tree.out().contains(file), tree.out());
    }
}
