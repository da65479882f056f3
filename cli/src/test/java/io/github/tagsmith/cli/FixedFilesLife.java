package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * A step in the life of a card that comes with its application and files: DESFire Light and NTAG 424 DNA.
 *
 * @param command what is done, below {@code desfire}
 * @param expected what is printed, among other things
 */
record FixedFilesLife(String command, String expected) {

    private static final String READER_ID = "0102030405060708090A0B0C0D0E0F10";
    private static final String NEW_KEY = "00112233445566778899AABBCCDDEEFF";

    static List<FixedFilesLife> steps(String kind, String method) {
        List<FixedFilesLife> steps = new ArrayList<>();
        if (method.equals("lrp")) {
            steps.add(new FixedFilesLife("config lrp --auth 0:aes:default", "set the card to LRP (this"));
        }
        String by = " --method " + method + " --auth ";
        String master = by + "0:aes:default";
        steps.add(new FixedFilesLife("uid --json" + master, "\"method\":\"" + method + "\",\"key\":0"));
        steps.addAll(kind.equals("ntag424") ? ofNtag(by) : ofLight(by));
        steps.add(new FixedFilesLife(
                "key change 1 --method " + method + " --old aes:default --new aes:" + NEW_KEY
                        + " --version 7 --auth 0:aes:default",
                "changed key 1"));
        steps.add(new FixedFilesLife("key version 1" + by + "1:aes:" + NEW_KEY, "7"));
        return steps;
    }

    private static List<FixedFilesLife> ofNtag(String by) {
        return List.of(
                new FixedFilesLife("file write 3 " + "5A".repeat(100) + by + "3:aes:default", "wrote 100 bytes"),
                new FixedFilesLife("file read 3" + by + "2:aes:default", "5A".repeat(100) + "00".repeat(28)),
                new FixedFilesLife(
                        "file settings 2 --sdm-offsets uid=0,counter=20,mac=40 --sdm-rights free,2,1 --rights free,0,0,0"
                                + by + "0:aes:default",
                        "SDM MAC at 40"),
                new FixedFilesLife("file read 2 --length 14", "3034444541444245454630303830"),
                new FixedFilesLife("file counters 2" + by + "1:aes:default", "1 read"));
    }

    private static List<FixedFilesLife> ofLight(String by) {
        String writer = by + "3:aes:default";
        String reader = by + "1:aes:default";
        String named = " --reader-id " + READER_ID;
        return List.of(
                new FixedFilesLife("file write 4 " + "5A".repeat(200) + writer, "wrote 200 bytes"),
                new FixedFilesLife("file read 4" + reader, "5A".repeat(200) + "00".repeat(56)),
                new FixedFilesLife("value credit 3 10" + named + writer, "transaction 1, MAC "),
                new FixedFilesLife("value get 3" + reader, "10"),
                new FixedFilesLife("record append 1 01020304" + named + writer, "transaction 2, MAC "),
                new FixedFilesLife("record read 1" + reader, "01020304" + "00".repeat(12)),
                new FixedFilesLife("tmac read 15" + reader, "transaction 2, MAC "),
                new FixedFilesLife("file settings 4 --comm mac" + by + "0:aes:default", "set file 4 to mac"));
    }

    /** Takes all steps on one card. */
    static void live(Program program, List<String> reader, String kind, String method) {
        for (FixedFilesLife step : steps(kind, method)) {
            List<String> words = new ArrayList<>(reader);
            words.add("desfire");
            words.addAll(List.of(step.command().split(" ")));
            Run run = program.run(words.toArray());
            String seen = step.command() + ": " + run.out() + run.err();
            assertEquals(0, run.exit(), seen);
            assertTrue(run.out().contains(step.expected()), seen);
        }
    }
}
