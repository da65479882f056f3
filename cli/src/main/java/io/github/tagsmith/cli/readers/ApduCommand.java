package io.github.tagsmith.cli.readers;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.CardConnection;
import io.github.tagsmith.cli.input.FileContent;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.apdu.ResponseApdu;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Disposition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code apdu}. */
@Command(
        name = "apdu",
        description = {
            "Send APDUs, from the command line, a file in scriptor's syntax, or standard input (-).",
            "Ends at the first answer that is not the expected one. Without an expectation a refusal does not end it, but the"
                    + " exit status is 1."
        },
        footer = {
            "%nExamples:",
            "  tagsmith -r virtual:hello apdu \\",
            "      00A404000AA00000006203010C0601=9000 00000000",
            "  tagsmith apdu -f commands.scriptor"
        })
public final class ApduCommand implements Callable<Integer> {

    private static final int MAX_SCRIPT = 4 << 20;
    private static final String STANDARD_INPUT = "-";

    private final CommandContext context;

    @Parameters(
            paramLabel = "EXPR",
            arity = "0..*",
            description = "HEX or HEX=SW, for instance FFCA000000=9000; or - for standard input.")
    private List<String> texts = new ArrayList<>();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "A script: an APDU a line, reset, # comments.")
    @Nullable
    private Path file;

    @Option(names = "--raw", description = "Send bytes that are no command APDU, too.")
    private boolean raw;

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ApduCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        List<ApduStep> steps = steps();
        List<Exchange> exchanges = new ArrayList<>();
        try (CardConnection connection = context.connect()) {
            boolean goesOn = true;
            for (int i = 0; i < steps.size() && goesOn; i++) {
                Exchange exchange = run(steps.get(i), connection);
                exchanges.add(exchange);
                goesOn = exchange.isMet() || !exchange.isExpected();
            }
            connection.save();
        }
        context.output().show(new ApduReport(exchanges));
        boolean met = exchanges.stream().allMatch(Exchange::isMet);
        return (met ? ExitCode.OK : ExitCode.REFUSED).status();
    }

    private List<ApduStep> steps() throws NfcException {
        List<ApduStep> steps = new ArrayList<>();
        if (file != null) {
            String script = FileContent.read(file, MAX_SCRIPT).toText(StandardCharsets.ISO_8859_1);
            steps.addAll(ApduScript.parse(script, file.toString(), raw));
        }
        for (String text : texts) {
            if (text.equals(STANDARD_INPUT)) {
                steps.addAll(ApduScript.parse(context.terminal().readAll(), "standard input", raw));
            } else {
                steps.add(ApduExpression.parse(text, raw));
            }
        }
        if (steps.isEmpty()) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "there is no APDU to send")
                    .withHint("Give some in hex, or -f FILE, or - for standard input");
        }
        return steps;
    }

    private static Exchange run(ApduStep step, CardConnection connection) throws NfcException {
        if (step instanceof ApduExpression expression) {
            Bytes answer = connection.channel().transmit(expression.command());
            return new Exchange(Optional.of(expression), Optional.of(ResponseApdu.parse(answer)), Bytes.EMPTY);
        }
        connection.card().reconnect(Disposition.RESET);
        return new Exchange(
                Optional.empty(), Optional.empty(), connection.card().atr());
    }
}
