package io.github.tagsmith.cli;

import static io.github.tagsmith.cli.Program.failed;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said when the card refuses: what, where, and what to do. */
class DesfireRefusalTest {

    private final Program program = new Program();

    @TempDir
    private Path folder;

    @BeforeEach
    void anApplicationWithFiles() {
        done("app create 123456 --keys 4 --auth 0:default");
        done("file create 1 --type std --size 32 --rights 1,2,3,0 --app 123456 --auth 0:default");
        done("file create 2 --type value --upper 50 --rights 1,2,3,0 --app 123456 --auth 0:default");
        done("file create 3 --type backup --size 8 --rights never,never,never,0 --app 123456 --auth 0:default");
    }

    private Run run(String command) {
        return program.runLine("-y -r virtual:desfire-ev2@" + folder.resolve("card") + " desfire " + command);
    }

    private void done(String command) {
        Program.done(run(command), "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "file read 1 --app 123456                        | 5 | the file is read with key 3 or key 1: --auth 3:KEY",
                "file read 1 --app 123456 --auth 2:default       | 1 | with key 3 or key 1, not with key 2: --auth 3:KEY",
                "file write 1 00 --app 123456                    | 5 | the file is written with key 3 or key 2",
                "value credit 2 1 --app 123456 --auth 1:default  | 1 | the file is credited with key 3, not with key 1",
                "file read 3 --app 123456 --auth 0:default       | 1 | no key may do it",
                "file read 1                                     | 2 | files are in applications: --app AID names one",
                "file list                                       | 2 | files are in applications: --app AID names one",
                "file read 9 --app 123456                        | 1 | `desfire file list --app 123456` shows what there is",
                "file read 1 --app 999999                        | 1 | 91A0: no such application (999999)",
                "file read 1 --app 999999                        | 1 | `desfire app list` shows what there is",
                "file read 1 --app 123456 --auth 9:default       | 1 | 9140: no such key (application 123456)",
                "file read 1 --app 123456 --auth 9:default       | 1 | `desfire key settings --app 123456` shows how many",
                "key change 9 --old default --new default --app 123456 | 1 | `desfire key settings --app 123456` shows how many",
                "value credit 2 51 --app 123456 --auth 3:default | 1 | `desfire file settings --app 123456` shows size, limits",
                "app create 123456 --keys 1 --auth 0:default     | 1 | 91DE: exists already (the card itself)",
                "file delete 9 --app 123456 --auth 0:default     | 1 | 91F0: no such file",
                "key version 9 --app 123456                      | 1 | `desfire key settings --app 123456` shows how many",
                "format                                          | 5 | authenticate, as a rule with the master key"
            })
    void aRefusalSaysWhereAndWhatToDo(String command, int exit, String wanted) {
        failed(exit, run(command), wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "value credit 1 1 | file 1 is a standard file, no value file",
                "value get 1      | file 1 is a standard file, no value file",
                "record read 2    | file 2 is a value file, no record file",
                "file read 2      | file 2 is a value file, no data file"
            })
    void aFileOfAnotherTypeIsNotEvenAsked(String command, String wanted) {
        failed(2, run(command + " --app 123456 --auth 3:default"), wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "classic-1k | this is no DESFire card: MIFARE Classic 1K | `tagsmith classic info` works with it",
                "hello      | this is no DESFire card: ISO/IEC 14443-4   | `tagsmith info` shows what is known of it"
            })
    void anotherCardIsNamed(String kind, String wanted, String hint) {
        Run run = failed(1, program.runLine("-r virtual:" + kind + " desfire tree"), wanted);
        assertTrue(run.err().contains(hint), run.err());
    }

    @Test
    void aCommitWithoutItsReaderIdentifierIsExplained() {
        done("file create 15 --type tmac --rights free,never,0,0 --app 123456 --auth 0:default");
        failed(1, run("value credit 2 1 --app 123456 --auth 3:default --tmac"), "wants --reader-id");
    }
}
