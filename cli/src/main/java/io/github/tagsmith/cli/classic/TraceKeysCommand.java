package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.crypto1.SlicedKeys;
import io.github.tagsmith.classic.log.AuthenticationLog;
import io.github.tagsmith.classic.log.LoggedAuthentication;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.ClassicKeys;
import io.github.tagsmith.cli.input.FileContent;
import io.github.tagsmith.core.error.NfcException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code classic keys trace}. */
@Command(
        name = "trace",
        description = {
            "Say which of the keys you have a reader used, offline, from recorded authentications.",
            "One a line: \"Sec N key A cuid .. nt0 .. nr0 .. ar0 .. nt1 .. nr1 .. ar1 ..\","
                    + " or uid nt nr ar [sector] [A|B] in hex; # for comments."
        },
        footer = {
            "%nThe well-known keys are tried as well. Exit status 5: no key fits any; 6: some are left without a key.",
            "%nExample:",
            "  tagsmith classic keys trace nonces.log -k my.keys"
        })
public final class TraceKeysCommand implements Callable<Integer> {

    private static final int MAX_LOG = 16 << 20;

    private final CommandContext context;

    @Parameters(paramLabel = "FILE", description = "The recorded authentications.")
    private Path file = Path.of("");

    @Option(
            names = {"-k", "--keys"},
            paramLabel = "KEYFILE",
            description = "Keys to check, 12 hex digits a line, # for comments.")
    private List<Path> keyFiles = new ArrayList<>();

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "A key to check: hex, default, @FILE, env:NAME, or - to be asked.")
    private List<String> keys = new ArrayList<>();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public TraceKeysCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        String text = FileContent.read(file, MAX_LOG).toText(StandardCharsets.ISO_8859_1);
        List<LoggedAuthentication> heard = AuthenticationLog.parse(text, file.toString());
        List<ClassicKey> tried = new ClassicKeys(context.terminal()).search(keys, keyFiles);
        SlicedKeys sliced = SlicedKeys.of(tried);
        List<TraceKeysReport.Entry> entries = heard.stream()
                .map(one -> new TraceKeysReport.Entry(one, fitting(one, tried, sliced)))
                .toList();
        TraceKeysReport report = new TraceKeysReport(file, tried.size(), entries);
        context.output().show(report);
        return report.outcome().status();
    }

    private static Optional<ClassicKey> fitting(LoggedAuthentication heard, List<ClassicKey> keys, SlicedKeys sliced) {
        return sliced.find(heard.words()).stream().findFirst().map(keys::get);
    }
}
