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

/** {@code classic keys check --nonces}: looks the keys of recorded authentications up, without a card. */
final class TraceCheck {

    private static final int MAX_LOG = 16 << 20;

    private final CommandContext context;
    private final Path file;

    TraceCheck(CommandContext context, Path file) {
        this.context = context;
        this.file = file;
    }

    int run(List<ClassicKey> keys) throws NfcException {
        String text = FileContent.read(file, MAX_LOG).toText(StandardCharsets.ISO_8859_1);
        List<LoggedAuthentication> heard = AuthenticationLog.parse(text, file.toString());
        SlicedKeys sliced = SlicedKeys.of(keys);
        List<TraceReport.Entry> entries = heard.stream()
                .map(one -> new TraceReport.Entry(one, fitting(one, keys, sliced)))
                .toList();
        TraceReport report = new TraceReport(file, keys.size(), entries);
        context.output().show(report);
        return report.outcome().status();
    }

    private static Optional<ClassicKey> fitting(LoggedAuthentication heard, List<ClassicKey> keys, SlicedKeys sliced) {
        return sliced.find(heard.words()).stream().findFirst().map(keys::get);
    }
}
