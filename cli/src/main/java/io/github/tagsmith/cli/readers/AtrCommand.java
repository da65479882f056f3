package io.github.tagsmith.cli.readers;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.identify.Atr;
import io.github.tagsmith.core.identify.SmartcardList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code atr}, and {@code explain atr}. */
@Command(
        name = "atr",
        description = "Decode an ATR, without a card. Exit status 8 if its check byte or length is wrong.",
        footer = {"%nExample:", "  tagsmith atr 3B8F8001804F0CA000000306030001000000006A"})
public final class AtrCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "HEX", arity = "1..*", description = "The bytes; blanks and colons are allowed.")
    private List<String> hex = new ArrayList<>();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public AtrCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        return show(context, String.join(" ", hex));
    }

    /**
     * Shows a decoded ATR.
     *
     * @param context where it goes
     * @param digits the ATR in hexadecimal
     * @return the exit status: 8 if its check byte or length is wrong
     * @throws NfcException if it cannot be decoded
     */
    public static int show(CommandContext context, String digits) throws NfcException {
        Atr atr = Atr.parse(Bytes.fromHex(digits));
        List<SmartcardList> lists = SmartcardList.installed(context.terminal().environment());
        List<String> listed = SmartcardList.find(lists, atr.bytes());
        context.output().show(new AtrReport(atr, listed));
        Optional<String> fault = atr.fault();
        fault.ifPresent(sentence -> context.output().note("tagsmith: " + sentence));
        return (fault.isPresent() ? ExitCode.MALFORMED : ExitCode.OK).status();
    }

    /**
     * Whether bytes are an ATR without a fault.
     *
     * @param bytes any bytes
     * @return true if so
     */
    public static boolean isAtr(Bytes bytes) {
        try {
            return Atr.parse(bytes).fault().isEmpty();
        } catch (NfcException other) {
            return false;
        }
    }
}
