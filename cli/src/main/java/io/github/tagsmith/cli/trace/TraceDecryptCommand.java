package io.github.tagsmith.cli.trace;

import io.github.tagsmith.classic.log.AuthenticationLog;
import io.github.tagsmith.classic.log.LoggedAuthentication;
import io.github.tagsmith.cli.classic.TraceCheck;
import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.ClassicKeys;
import io.github.tagsmith.cli.input.FileContent;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.trace.capture.CaptureFault;
import io.github.tagsmith.core.trace.decode.CaptureDecoder;
import io.github.tagsmith.core.trace.replay.RecordedStep;
import io.github.tagsmith.core.trace.replay.TextTraceReader;
import io.github.tagsmith.desfire.observer.KnownKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trace decrypt}. */
@Command(
        name = "decrypt",
        description = {
            "Read the DESFire sessions of a capture or a text trace with known keys: which key an authentication used, whether"
                    + " each MAC and checksum is right, the data in clear, and the first place where something is wrong."
                    + " Keys that are changed in the recording are known from then on; the keys of delivery (zeros) always"
                    + " are.",
            "A log of Classic authentications (as for classic keys check --nonces): which key each used.",
            "Exit status 1: something is wrong; 5: no key fits any authentication; 6: a part cannot be read; 8: the capture is"
                    + " damaged."
        },
        footer = {
            "%nExamples:",
            "  tagsmith trace decrypt reader.pcapng --key env:MASTER_KEY",
            "  tagsmith trace decrypt card.trace --key F40110:1:@app.key --all",
            "  tagsmith trace decrypt nonces.log --key A0A1A2A3A4A5"
        })
public final class TraceDecryptCommand implements Callable<Integer> {

    private static final int LONGEST_TEXT = 256 << 20;

    private final CommandContext context;

    @Parameters(paramLabel = "FILE", description = "A capture, a text trace, or a log of authentications.")
    private Path file = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "[AID:NO:]KEY",
            description =
                    "A key: hex, default, @FILE, env:NAME, or - to be asked; aes:, 2k3des:, 3k3des: or des: before it where"
                            + " its length leaves that open; with AID and number it is tried there only.")
    private List<String> keys = new ArrayList<>();

    @Option(names = "--all", description = "Show data to their end.")
    private boolean all;

    @Option(
            names = "--show-keys",
            description = "Show session keys and keys that are set; otherwise a session is told by a fingerprint.")
    private boolean showKeys;

    /**
     * The command.
     *
     * @param context what it works with
     */
    public TraceDecryptCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return FileContent.isText(file) ? text() : capture();
    }

    private int text() throws NfcException {
        String content = FileContent.read(file, LONGEST_TEXT).toText(StandardCharsets.UTF_8);
        List<RecordedStep> steps;
        try {
            steps = TextTraceReader.read(content, file.toString());
        } catch (NfcException noTrace) {
            return classic(content, noTrace);
        }
        List<KnownKey> known = KnownKeys.read(keys, context.terminal());
        HeardCards cards = new HeardCards(known, context.output()::note);
        steps.forEach(cards::take);
        return show(cards, known);
    }

    private int classic(String content, NfcException noTrace) throws NfcException {
        List<LoggedAuthentication> heard;
        try {
            heard = AuthenticationLog.parse(content, file.toString());
        } catch (NfcException noLog) {
            throw noTrace;
        }
        return new TraceCheck(context, file, "trace decrypt")
                .run(heard, new ClassicKeys(context.terminal()).search(keys, List.of()));
    }

    private int capture() throws NfcException {
        List<KnownKey> known = KnownKeys.read(keys, context.terminal());
        HeardCards cards = new HeardCards(known, context.output()::note);
        try (InputStream in = Files.newInputStream(file)) {
            CaptureDecoder decoder = new CaptureDecoder(cards, Optional.empty(), OptionalInt.empty());
            Optional<CaptureFault> end = decoder.decode(in, () -> {}).end();
            int status = show(cards, known);
            end.ifPresent(fault -> context.output()
                    .note("tagsmith: " + file + ": " + fault.kind().id() + ": " + fault.message()));
            return end.isPresent() ? ExitCode.MALFORMED.status() : status;
        } catch (IOException e) {
            throw new NfcException(ErrorKind.FILE, "cannot read " + file + ": " + e.getMessage()).withCause(e);
        }
    }

    private int show(HeardCards cards, List<KnownKey> known) {
        DecryptReport report =
                new DecryptReport(file.toString(), known.size(), cards.end(), new DecryptedText(all, showKeys));
        context.output().show(report);
        return report.outcome().status();
    }
}
