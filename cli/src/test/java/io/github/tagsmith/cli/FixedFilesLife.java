package io.github.tagsmith.cli;

import java.util.ArrayList;
import java.util.List;

/** The life of a card that comes with its application and files: DESFire Light and NTAG 424 DNA. */
final class FixedFilesLife {

    private static final String READER_ID = "0102030405060708090A0B0C0D0E0F10";
    private static final String NEW_KEY = "00112233445566778899AABBCCDDEEFF";

    private FixedFilesLife() {}

    static List<LifeStep> steps(String kind, String method) {
        List<LifeStep> steps = new ArrayList<>();
        if (method.equals("lrp")) {
            steps.add(new LifeStep("config lrp --auth 0:aes:default", "set the card to LRP (this"));
        }
        String by = " --method " + method + " --auth ";
        String master = by + "0:aes:default";
        steps.add(new LifeStep("uid --json" + master, "\"method\":\"" + method + "\",\"key\":0"));
        steps.addAll(kind.equals("ntag424") ? ofNtag(by) : ofLight(by));
        steps.add(new LifeStep(
                "key change 1 --method " + method + " --old aes:default --new aes:" + NEW_KEY
                        + " --version 7 --auth 0:aes:default",
                "changed key 1"));
        steps.add(new LifeStep("key version 1" + by + "1:aes:" + NEW_KEY, "7"));
        return steps;
    }

    private static List<LifeStep> ofNtag(String by) {
        return List.of(
                new LifeStep("file write 3 " + "5A".repeat(100) + by + "3:aes:default", "wrote 100 bytes"),
                new LifeStep("file read 3" + by + "2:aes:default", "5A".repeat(100) + "00".repeat(28)),
                new LifeStep(
                        "file settings 2 --sdm-offsets uid=0,counter=20,mac=40 --sdm-rights free,2,1 --rights free,0,0,0"
                                + by + "0:aes:default",
                        "SDM MAC at 40"),
                new LifeStep("file read 2 --length 14", "3034444541444245454630303830"),
                new LifeStep("file counters 2" + by + "1:aes:default", "1 read"));
    }

    private static List<LifeStep> ofLight(String by) {
        String writer = by + "3:aes:default";
        String reader = by + "1:aes:default";
        String named = " --reader-id " + READER_ID;
        return List.of(
                new LifeStep("file write 4 " + "5A".repeat(200) + writer, "wrote 200 bytes"),
                new LifeStep("file read 4" + reader, "5A".repeat(200) + "00".repeat(56)),
                new LifeStep("value credit 3 10" + named + writer, "transaction 1, MAC "),
                new LifeStep("value get 3" + reader, "10"),
                new LifeStep("record append 1 01020304" + named + writer, "transaction 2, MAC "),
                new LifeStep("record read 1" + reader, "01020304" + "00".repeat(12)),
                new LifeStep("tmac read 15" + reader, "transaction 2, MAC "),
                new LifeStep("file settings 4 --comm mac" + by + "0:aes:default", "set file 4 to mac"));
    }
}
