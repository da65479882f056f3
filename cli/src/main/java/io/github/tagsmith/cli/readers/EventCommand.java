package io.github.tagsmith.cli.readers;

import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * A command of the shell that is run for each event and waited for; its output goes to standard error, where it does not mix
 * with ours.
 *
 * @param text what the shell is given
 * @param output where its output goes
 */
record EventCommand(String text, PrintStream output) {

    void run(EventReport event) throws NfcException {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        List<String> shell = windows ? List.of("cmd.exe", "/c", text) : List.of("/bin/sh", "-c", text);
        ProcessBuilder builder = new ProcessBuilder(shell).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.putAll(event.environment());
        builder.redirectInput(ProcessBuilder.Redirect.from(new File(windows ? "NUL" : "/dev/null")));
        try {
            Process process = builder.start();
            process.getInputStream().transferTo(output);
            process.waitFor();
        } catch (IOException e) {
            throw new NfcException(ErrorKind.FILE, "the command of --exec cannot be run: " + e.getMessage())
                    .withCause(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NfcException(ErrorKind.CANCELLED, "the command of --exec was interrupted").withCause(e);
        }
    }
}
