package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * A step in the life of an application, from its creation to the formatting of the card.
 *
 * @param command what is done, below {@code desfire}
 * @param expected what is printed, among other things
 */
record ApplicationLife(String command, String expected) {

    private static final String MASTER = "00112233445566778899AABBCCDDEEFF";
    private static final String TRIPLE = MASTER + "0011223344556677";

    static List<ApplicationLife> steps(String algorithm, String method) {
        String key = algorithm.equals("3k3des") ? TRIPLE : MASTER;
        String master = " --app 123456 --method " + method + " --auth 0:" + algorithm + ":" + key;
        String reader = " --app 123456 --method " + method + " --auth 1:" + algorithm + ":default";
        List<ApplicationLife> steps = new ArrayList<>();
        steps.add(new ApplicationLife(
                "app create 123456 --keys 3 --algorithm " + algorithm + " --auth 0:default", "created"));
        steps.add(new ApplicationLife(
                "key change 0 --app 123456 --method " + method + " --old " + algorithm + ":default --new " + algorithm
                        + ":" + key + " --version 7",
                "changed key 0 of 123456"));
        steps.add(new ApplicationLife("key version 0 --app 123456", "7"));
        String rights = " --rights 1,2,0,0";
        steps.add(new ApplicationLife(
                "file create 1 --type std --size 200 --comm full" + rights + master, "created std file 1"));
        steps.add(new ApplicationLife("file create 2 --type backup --size 40 --comm mac" + rights + master, "created"));
        steps.add(new ApplicationLife(
                "file create 3 --type value --upper 100 --value 10 --comm full --limited-credit" + rights + master,
                "created"));
        steps.add(new ApplicationLife(
                "file create 4 --type cyclic --size 8 --records 4 --comm mac --rights free,2,0,0" + master, "created"));
        steps.add(new ApplicationLife("file write 1 " + "5A".repeat(150) + " --offset 20" + master, "wrote 150 bytes"));
        steps.add(new ApplicationLife("file read 1" + reader, "00".repeat(20) + "5A".repeat(150) + "00".repeat(30)));
        steps.add(new ApplicationLife("file write 2 AABBCC" + master, "wrote 3 bytes into file 2"));
        steps.add(new ApplicationLife("file read 2 --length 4" + reader, "AABBCC00"));
        steps.add(new ApplicationLife("value credit 3 5" + master, "added 5"));
        steps.add(new ApplicationLife("value debit 3 12" + reader, "took 12"));
        steps.add(new ApplicationLife("value get 3" + reader, "3"));
        steps.add(new ApplicationLife("record append 4 0102030405060708" + master, "appended a record of 8 bytes"));
        steps.add(new ApplicationLife("record append 4 1112131415161718" + master, "appended"));
        steps.add(new ApplicationLife("record read 4 --app 123456", "0102030405060708\n1112131415161718"));
        steps.add(new ApplicationLife("record clear 4" + master, "removed all records"));
        steps.add(new ApplicationLife(
                "file settings 1 --rights free,0,0,0 --comm plain" + master, "set file 1 to plain"));
        steps.add(new ApplicationLife("file read 1 --offset 20 --length 3 --app 123456", "5A5A5A"));
        steps.add(new ApplicationLife("key settings --set 0B" + master, "creating with the master key"));
        steps.add(new ApplicationLife("tree", "file 1  standard, 200 bytes, plain, rights free,0,0,0"));
        steps.add(new ApplicationLife("file delete 4" + master, "deleted file 4"));
        steps.add(new ApplicationLife("app delete 123456 --auth 0:default", "deleted application 123456"));
        steps.add(new ApplicationLife("format --auth 0:default", "deleted all applications"));
        return steps;
    }

    /** Takes all steps on one card. */
    static void live(Program program, List<String> reader, String algorithm, String method) {
        for (ApplicationLife step : steps(algorithm, method)) {
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
