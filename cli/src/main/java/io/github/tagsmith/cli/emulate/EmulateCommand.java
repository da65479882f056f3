package io.github.tagsmith.cli.emulate;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.SoftwareCards.SoftwareCard;
import io.github.tagsmith.cli.input.VirtualSpec;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.virtual.VirtualSlot;
import io.github.tagsmith.core.vpcd.VpcdLink;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
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
            "  tagsmith emulate card.mfd --vpcd 127.0.0.1:35964"
        })
public final class EmulateCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            paramLabel = "CARD",
            description = "KIND, KIND@FILE, or a dump file; ,dialect=ID behind it imitates that reader's firmware.")
    private String card = "";

    @Option(
            names = "--vpcd",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:35963",
            description = "Where the driver listens; the second reader is one port higher.")
    private String address = "";

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
        InetSocketAddress vpcd = parse(address);
        VirtualSpec virtual = VirtualSpec.open(card);
        SoftwareCard software = virtual.card();
        VirtualSlot slot = virtual.slot();
        try (VpcdLink link = VpcdLink.connect(slot, vpcd)) {
            Runtime.getRuntime().addShutdownHook(new Thread(link::close, "take the card out"));
            context.output()
                    .note(card + " is in the reader at " + address + ", UID "
                            + software.picc().uid() + ", ATR " + slot.atr().orElse(Bytes.EMPTY)
                            + ". Ctrl-C takes it out.");
            link.run();
        } finally {
            software.store().save();
        }
        throw new NfcException(ErrorKind.NO_SERVICE, "the PC/SC service at " + address + " went away");
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
