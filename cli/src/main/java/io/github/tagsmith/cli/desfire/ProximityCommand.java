package io.github.tagsmith.cli.desfire;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.desfire.crypto.RandomSource;
import io.github.tagsmith.desfire.model.DesfireKey;
import io.github.tagsmith.desfire.model.KeyAlgorithm;
import io.github.tagsmith.desfire.proximity.ProximityMeasurement;
import io.github.tagsmith.desfire.proximity.ProximityVerdict;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code desfire proximity}. */
@Command(
        name = "proximity",
        description = {
            "Whether the card that answers is near.",
            "It must hold the key, and answer as fast as it says it can; EV2 and later, in an",
            "application. How the check is proven is stated for another card only."
        },
        footer = {
            "%nExamples:",
            "  tagsmith desfire proximity --key @vcprox.txt --app 123456",
            "  tagsmith desfire proximity --key @vcprox.txt --app 123456 --allow 4000",
            "%nReader and computer take time, too. Measure a card that is near on the same",
            "reader; what its slowest round takes longer than the card says is what --allow",
            "should be. Without it slow rounds only leave the question open."
        })
public final class ProximityCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            defaultValue = "default",
            description = "The VC proximity key, AES: default (zeros), hex, @FILE, env:NAME or - (asked).")
    private String key = "default";

    @Option(
            names = "--rounds",
            paramLabel = "N",
            converter = Words.NumberWord.class,
            defaultValue = "8",
            description = "1, 2, 4 or 8 rounds (default: 8).")
    private int rounds = 8;

    @Option(
            names = "--allow",
            paramLabel = "MICROSECONDS",
            converter = Words.NumberWord.class,
            description = "What reader and computer add to each round; a card that is slower ends with status 1.")
    @Nullable
    private Integer allowance;

    @Mixin
    private CardOptions card = new CardOptions();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ProximityCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return card.work(context, target -> {
            DesfireKey proximityKey = target.key(key, Optional.of(KeyAlgorithm.AES));
            ProximityMeasurement measurement =
                    new ProximityMeasurement(target.channel(), RandomSource.secure(), System::nanoTime);
            ProximityVerdict verdict = measured(measurement, proximityKey);
            Duration added = Duration.ofNanos(1_000L * (allowance == null ? 0 : allowance));
            boolean inTime = verdict.isInTime(added);
            boolean decided = inTime || allowance != null;
            context.output()
                    .show(target.fields("desfire proximity")
                            .with("publishedMicroseconds", micros(verdict.published()))
                            .with("allowedMicroseconds", allowance)
                            .with(
                                    "roundMicroseconds",
                                    verdict.rounds().stream()
                                            .map(ProximityCommand::micros)
                                            .toList())
                            .with("fastestMicroseconds", micros(verdict.fastest()))
                            .with("slowestMicroseconds", micros(verdict.slowest()))
                            .with("inTime", decided ? inTime : null)
                            .with("apdus", target.exchanges())
                            .line("the card holds the key, and says that it answers in " + micros(verdict.published())
                                    + " us")
                            .line(Words.count(verdict.rounds().size(), "round") + ": " + micros(verdict.fastest())
                                    + " to " + micros(verdict.slowest()) + " us, reader and computer included")
                            .line(words(inTime, decided)));
            return inTime || !decided ? ExitCode.OK.status() : ExitCode.REFUSED.status();
        });
    }

    private ProximityVerdict measured(ProximityMeasurement measurement, DesfireKey with) throws NfcException {
        try {
            return measurement.measure(with, rounds);
        } catch (IllegalArgumentException wrong) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, String.valueOf(wrong.getMessage())).withCause(wrong);
        }
    }

    private static String words(boolean inTime, boolean decided) {
        if (!decided) {
            return "whether that is near is open: --allow says what reader and computer add";
        }
        return inTime ? "in time: the card is near" : "too slow: it is far away, or the reader is slower than --allow";
    }

    private static long micros(Duration time) {
        return time.toNanos() / 1_000;
    }
}
