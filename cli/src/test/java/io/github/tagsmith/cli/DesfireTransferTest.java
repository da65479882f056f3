package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What reading and writing 4 KiB costs, in exchanges, as the program reports it. Before the data go one SelectApplication, two for
 * an authentication and one GetFileSettings; GetVersion, three, where a session leaves open what the card can do and the answer is
 * worth it.
 */
class DesfireTransferTest {

    private static final int LENGTH = 4096;
    private static final String MASTER = " --app 123456 --auth 0:default";

    private final Program program = new Program();

    @TempDir
    private Path folder;

    private Path content;

    @BeforeEach
    void writeContent() throws IOException {
        byte[] bytes = new byte[LENGTH];
        new Random(1).nextBytes(bytes);
        content = folder.resolve("content");
        Files.write(content, bytes);
    }

    private Run on(String kind, String dialect, String command) {
        String reader = "virtual:" + kind + "@" + folder.resolve("card") + ",dialect=" + dialect;
        return program.runLine("-y -r " + reader + " --json desfire " + command);
    }

    private static void done(Run run, int apdus) {
        assertEquals(0, run.exit(), run.err() + run.out());
        assertTrue(
                run.out().strip().endsWith("\"apdus\":" + apdus + "}"),
                () -> run.out().replaceAll("\"data\":\"[0-9A-F]*\"", "..."));
    }

    private void prepare(String kind, String algorithm, String comm, String rights) {
        String card = " --auth 0:default";
        assertEquals(
                0,
                on(kind, "pcsc", "app create 123456 --keys 3 --algorithm " + algorithm + card)
                        .exit());
        Run file = on(
                kind,
                "pcsc",
                "file create 1 --type std --size " + LENGTH + " --comm " + comm + " --rights " + rights + MASTER);
        assertEquals(0, file.exit(), file.err());
        Run write = on(kind, "pcsc", "file write 1 -i " + content + MASTER);
        assertEquals(0, write.exit(), write.err());
    }

    private void reads(String kind, String dialect, String options, int apdus) throws IOException {
        Path read = folder.resolve("read");
        done(on(kind, dialect, "file read 1 --app 123456 -o " + read + " " + options), apdus);
        assertEquals(-1, Files.mismatch(content, read));
    }

    /** In a session of EV2: what all its cards know, or better where the reader lets it pass. */
    @ParameterizedTest
    @CsvSource({
        "plain, pcsc, auto, 8",
        "mac, pcsc, auto, 8",
        "full, pcsc, auto, 8",
        "plain, acr122u, auto, 20",
        "mac, acr122u, auto, 21",
        "full, acr122u, auto, 22",
        "plain, pcsc, short, 20",
        "full, pcsc, extended, 5",
        "full, pcsc, native, 74"
    })
    void inASessionOfEv2(String comm, String dialect, String form, int apdus) throws IOException {
        for (String kind : new String[] {"desfire-ev2", "desfire-ev3"}) {
            Files.deleteIfExists(folder.resolve("card"));
            prepare(kind, "aes", comm, "1,2,0,0");
            reads(kind, dialect, "--auth 1:aes:default --method ev2 --transfer " + form, apdus);
        }
    }

    /**
     * Where a session does not say what the card is, asking costs three exchanges and spares fifty. A frame of our EV1 holds whole
     * cipher blocks, 48 bytes of AES and 56 of DES.
     */
    @ParameterizedTest
    @CsvSource({
        "desfire-ev1, aes, aes, plain, pcsc, 77",
        "desfire-ev1, aes, aes, mac, pcsc, 77",
        "desfire-ev1, aes, aes, full, pcsc, 93",
        "desfire-ev1, 3k3des, iso, full, acr122u, 81",
        "desfire-ev1, 2k3des, d40, mac, pcsc, 77",
        "desfire-ev2, aes, aes, full, pcsc, 8",
        "desfire-ev2, aes, aes, full, acr122u, 24",
        "desfire-ev2, 2k3des, d40, full, acr122u, 24",
        "desfire-ev2, 2k3des, iso, mac, acr122u, 24"
    })
    void inOlderSessions(String kind, String algorithm, String method, String comm, String dialect, int apdus)
            throws IOException {
        prepare(kind, algorithm, comm, "1,2,0,0");
        reads(kind, dialect, "--auth 1:" + algorithm + ":default --method " + method, apdus);
    }

    /** Free to read: the best form is tried, READ BINARY on a card that does not know ISO-chained commands. */
    @ParameterizedTest
    @CsvSource({
        "desfire-ev1, pcsc, auto, 19",
        "desfire-ev1, acr122u, auto, 19",
        "desfire-ev1, pcsc, binary, 18",
        "desfire-ev1, pcsc, native, 72",
        "desfire-ev2, pcsc, auto, 3",
        "desfire-ev2, acr122u, auto, 18",
        "desfire-ev2, acr122u, binary, 18",
        "desfire-ev3, pcsc, auto, 3"
    })
    void withoutASession(String kind, String dialect, String form, int apdus) throws IOException {
        prepare(kind, "aes", "full", "free,2,0,0");
        reads(kind, dialect, "--transfer " + form, apdus);
    }

    @ParameterizedTest
    @CsvSource({"desfire-ev1, aes, pcsc, 84", "desfire-ev2, ev2, pcsc, 8", "desfire-ev2, ev2, acr122u, 22"})
    void writing(String kind, String method, String dialect, int apdus) throws IOException {
        prepare(kind, "aes", "mac", "1,2,0,0");
        String write = "file write 1 -i " + content + " --app 123456 --auth 2:aes:default --method " + method;
        done(on(kind, dialect, write), apdus);
    }

    /** 60 records of 32 bytes do not fit into one short APDU. */
    @ParameterizedTest
    @CsvSource({"pcsc, auto, 8", "acr122u, auto, 13", "acr122u, native, 37"})
    void records(String dialect, String form, int apdus) throws IOException {
        String kind = "desfire-ev2";
        on(kind, "pcsc", "app create 123456 --keys 3 --algorithm aes --auth 0:default");
        String create = "file create 4 --type linear --size 32 --records 60 --comm full --rights 1,2,0,0";
        assertEquals(0, on(kind, "pcsc", create + MASTER).exit());
        StringBuilder script = new StringBuilder();
        for (int record = 0; record < 60; record++) {
            String data = String.format("%02X", record).repeat(32);
            script.append("desfire record append 4 ").append(data).append(" --app 123456 --auth 2:aes:default\n");
        }
        Path appends = folder.resolve("appends");
        Files.writeString(appends, script);
        Run run = program.runLine("-y -r virtual:" + kind + "@" + folder.resolve("card") + " script " + appends);
        assertEquals(0, run.exit(), run.err());
        Run read = on(kind, dialect, "record read 4 --app 123456 --auth 1:aes:default --transfer " + form);
        done(read, apdus);
        assertTrue(read.out().contains("\"records\":[\"" + "00".repeat(32) + "\",\"" + "01".repeat(32)), read.out());
        assertTrue(read.out().contains("3B".repeat(32) + "\"]"), read.out());
    }

    /** What the reader's driver said is no part of a record; that extended APDUs are in it says enough. */
    @ParameterizedTest
    @CsvSource({"desfire-ev2, pcsc, 3", "desfire-ev1, pcsc, 19", "desfire-ev2, acr122u, 18"})
    void aRecordedReadIsReplayed(String kind, String dialect, int apdus) {
        prepare(kind, "aes", "plain", "free,2,0,0");
        Path trace = folder.resolve("trace.txt");
        String read = "file read 1 --app 123456 --trace=" + trace;
        Run recorded = on(kind, dialect, read);
        done(recorded, apdus);
        Run replayed = program.runLine("-r replay:" + trace + " --json desfire file read 1 --app 123456");
        done(replayed, apdus);
        assertEquals(recorded.out(), replayed.out());
    }

    @Test
    void wrongForms() {
        Run unknown = on("desfire-ev1", "pcsc", "file read 1 --app 123456 --transfer fast");
        assertEquals(2, unknown.exit());
        assertFalse(unknown.hasStackTrace());
        prepare("desfire-ev1", "aes", "plain", "1,2,0,0");
        Run session = on("desfire-ev1", "pcsc", "file read 1 --transfer binary --app 123456 --auth 1:aes:default");
        assertEquals(2, session.exit(), session.out());
        assertTrue(session.out().contains("inside a session"), session.out());
        Run extended = on("desfire-ev1", "pcsc", "file read 1 --transfer extended --app 123456 --auth 1:aes:default");
        assertEquals(1, extended.exit(), extended.out());
        assertTrue(extended.out().contains("911C"), extended.out());
    }
}
