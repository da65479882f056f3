package io.github.tagsmith.cli;

import java.util.ArrayList;
import java.util.List;

/** The life of an application, from its creation to the formatting of the card. */
final class ApplicationLife {

    private static final String MASTER = "00112233445566778899AABBCCDDEEFF";
    private static final String TRIPLE = MASTER + "0011223344556677";

    private ApplicationLife() {}

    static List<LifeStep> steps(String algorithm, String method) {
        String key = algorithm.equals("3k3des") ? TRIPLE : MASTER;
        String master = " --app 123456 --method " + method + " --auth 0:" + algorithm + ":" + key;
        String reader = " --app 123456 --method " + method + " --auth 1:" + algorithm + ":default";
        List<LifeStep> steps = new ArrayList<>();
        steps.add(new LifeStep("app create 123456 --keys 3 --algorithm " + algorithm + " --auth 0:default", "created"));
        steps.add(new LifeStep(
                "key change 0 --app 123456 --method " + method + " --old " + algorithm + ":default --new " + algorithm
                        + ":" + key + " --version 7",
                "changed key 0 of 123456"));
        steps.add(new LifeStep("key version 0 --app 123456", "7"));
        String rights = " --rights 1,2,0,0";
        steps.add(new LifeStep(
                "file create 1 --type std --size 200 --comm full" + rights + master, "created std file 1"));
        steps.add(new LifeStep("file create 2 --type backup --size 40 --comm mac" + rights + master, "created"));
        steps.add(new LifeStep(
                "file create 3 --type value --upper 100 --value 10 --comm full --limited-credit" + rights + master,
                "created"));
        steps.add(new LifeStep(
                "file create 4 --type cyclic --size 8 --records 4 --comm mac --rights free,2,0,0" + master, "created"));
        steps.add(new LifeStep("file write 1 " + "5A".repeat(150) + " --offset 20" + master, "wrote 150 bytes"));
        steps.add(new LifeStep("file read 1" + reader, "00".repeat(20) + "5A".repeat(150) + "00".repeat(30)));
        steps.add(new LifeStep("file write 2 AABBCC" + master, "wrote 3 bytes into file 2"));
        steps.add(new LifeStep("file read 2 --length 4" + reader, "AABBCC00"));
        steps.add(new LifeStep("value credit 3 5" + master, "added 5"));
        steps.add(new LifeStep("value debit 3 12" + reader, "took 12"));
        steps.add(new LifeStep("value get 3" + reader, "3"));
        steps.add(new LifeStep("record append 4 0102030405060708" + master, "appended a record of 8 bytes"));
        steps.add(new LifeStep("record append 4 1112131415161718" + master, "appended"));
        steps.add(new LifeStep("record read 4 --app 123456", "0102030405060708\n1112131415161718"));
        steps.add(new LifeStep("record clear 4" + master, "removed all records"));
        steps.add(new LifeStep("file settings 1 --rights free,0,0,0 --comm plain" + master, "set file 1 to plain"));
        steps.add(new LifeStep("file read 1 --offset 20 --length 3 --app 123456", "5A5A5A"));
        steps.add(new LifeStep("key settings --set 0B" + master, "creating with the master key"));
        steps.add(new LifeStep("tree", "file 1  standard, 200 bytes, plain, rights free,0,0,0"));
        steps.add(new LifeStep("file delete 4" + master, "deleted file 4"));
        steps.add(new LifeStep("app delete 123456 --auth 0:default", "deleted application 123456"));
        steps.add(new LifeStep("format --auth 0:default", "deleted all applications"));
        return steps;
    }
}
