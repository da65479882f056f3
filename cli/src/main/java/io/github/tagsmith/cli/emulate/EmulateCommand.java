package io.github.tagsmith.cli.emulate;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.command.Interrupt;
import io.github.tagsmith.cli.input.SoftwareCards.SoftwareCard;
import io.github.tagsmith.cli.input.VirtualSpec;
import io.github.tagsmith.cli.output.Fields;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.virtual.VirtualSlot;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code emulate}. */
@Command(
        name = "emulate",
        description = "Put a software card into a reader of the real PC/SC service, until interrupted.",
        footer = {
            "%nNeeds pcscd with the vpcd driver (Debian: apt install pcscd vsmartcard-vpcd).",
            "%nExamples:",
            "  tagsmith emulate classic-1k",
            "  tagsmith emulate card.mfd --vpcd 127.0.0.1:35964",
            "  tagsmith emulate desfire-ev3@card.json --prompt",
            "  tagsmith emulate ntag424 --tap-every 3",
            "",
            "SIGUSR1 puts the card back, SIGUSR2 takes it away, where the system has them: kill -USR2 PID"
        })
public final class EmulateCommand implements Callable<Integer> {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int LONGEST_TAP = 86_400;

    private final CommandContext context;

    @Parameters(
            paramLabel = "CARD",
            description =
                    "KIND, KIND@FILE, a dump or a card image; ,dialect=ID behind it imitates that reader's firmware.")
    private String card = "";

    @Option(
            names = "--vpcd",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:35963",
            description = "Where the driver listens; the second reader is one port higher.")
    private String address = "";

    @Option(
            names = "--tap-every",
            paramLabel = "SECONDS",
            description = "Take the card away and put it back, once in so many seconds; half of them it is there.")
    private double tapEvery;

    @Option(
            names = "--prompt",
            description = "Read 'remove', 'present', 'tap' and 'quit' from standard input, a word a line.")
    private boolean prompt;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Let a DESFire card draw the same nonces in every run, for tests.")
    private @Nullable Long seed;

    /**
     * The command.
     *
     * @param context what it works with
     */
    public EmulateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        if (!(tapEvery >= 0 && tapEvery <= LONGEST_TAP)) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "--tap-every takes 0 to " + LONGEST_TAP + " seconds");
        }
        InetSocketAddress vpcd = parse(address);
        VirtualSpec virtual = VirtualSpec.open(seed == null ? card : card + ",seed=" + seed);
        SoftwareCard software = virtual.card();
        VirtualSlot slot = virtual.slot();
        Presence presence = new Presence(slot, vpcd);
        try (Interrupt interrupt = Interrupt.ofEndlessWork(presence::close)) {
            Objects.requireNonNull(interrupt);
            serve(presence, slot, software);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private void serve(Presence presence, VirtualSlot slot, SoftwareCard software)
            throws NfcException, InterruptedException {
        try (presence;
                PresenceSignals signals = new PresenceSignals(presence, context.output())) {
            signals.listen();
            presence.present();
            Bytes uid = software.picc().uid();
            Bytes atr = slot.atr().orElse(Bytes.EMPTY);
            context.output()
                    .note(card + " is in the reader at " + address + ", UID " + uid + ", ATR " + atr
                            + ". Ctrl-C takes it out.");
            context.output()
                    .show(new Fields("emulate")
                            .with("card", card)
                            .with("vpcd", address)
                            .with("uid", uid.toHex())
                            .with("atr", atr.toHex()));
            move(presence);
        } finally {
            software.store().save();
        }
    }

    private void move(Presence presence) throws NfcException, InterruptedException {
        if (tapEvery > 0) {
            tap(presence, Duration.ofMillis(Math.round(tapEvery * 500)));
        } else if (prompt) {
            new PresencePrompt(presence, context.terminal().in(), context.output()).run();
        } else {
            while (!presence.isClosed()) {
                presence.rest(A_DAY);
            }
        }
    }

    /** Half the time in the field, half away from it. */
    private static void tap(Presence presence, Duration half) throws NfcException, InterruptedException {
        while (!presence.isClosed()) {
            presence.present();
            presence.rest(half);
            presence.remove();
            presence.rest(half);
        }
    }

    private static InetSocketAddress parse(String address) throws NfcException {
        int colon = address.lastIndexOf(':');
        String port = address.substring(colon + 1);
        if (colon < 1 || !port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, "\"" + address + "\" is not HOST:PORT");
        }
        return new InetSocketAddress(address.substring(0, colon), Integer.parseInt(port));
    }
}
