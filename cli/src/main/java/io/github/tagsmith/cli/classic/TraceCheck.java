package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.crypto1.SlicedKeys;
import io.github.tagsmith.classic.log.AuthenticationLog;
import io.github.tagsmith.classic.log.LoggedAuthentication;
import io.github.tagsmith.classic.model.ClassicKey;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.FileContent;
import io.github.tagsmith.core.error.NfcException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Looks the keys of recorded authentications up, without a card. */
public final class TraceCheck {

    private static final int MAX_LOG = 16 << 20;

    private final CommandContext context;
    private final Path file;
    private final String command;

    /**
     * A check of a log.
     *
     * @param context what it works with
     * @param file the log
     * @param command the command it is for
     */
    public TraceCheck(CommandContext context, Path file, String command) {
        this.context = context;
        this.file = file;
        this.command = command;
    }

    int run(List<ClassicKey> keys) throws NfcException {
        String text = FileContent.read(file, MAX_LOG).toText(StandardCharsets.ISO_8859_1);
        return run(AuthenticationLog.parse(text, file.toString()), keys);
    }

    /**
     * Shows which key each authentication used.
     *
     * @param heard the authentications
     * @param keys the keys that are tried
     * @return the exit status
     */
    public int run(List<LoggedAuthentication> heard, List<ClassicKey> keys) {
        SlicedKeys sliced = SlicedKeys.of(keys);
        List<TraceReport.Entry> entries = heard.stream()
                .map(one -> new TraceReport.Entry(one, fitting(one, keys, sliced)))
                .toList();
        TraceReport report = new TraceReport(command, file, keys.size(), entries);
        context.output().show(report);
        return report.outcome().status();
    }

    private static Optional<ClassicKey> fitting(LoggedAuthentication heard, List<ClassicKey> keys, SlicedKeys sliced) {
        return sliced.find(heard.words()).stream().findFirst().map(keys::get);
    }
}
