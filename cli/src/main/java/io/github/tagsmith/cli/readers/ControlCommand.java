package io.github.tagsmith.cli.readers;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.input.ReaderSource;
import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.reader.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code control}. */
@Command(
        name = "control",
        description = "Send bytes to the reader's driver under a control code; SCardControl.",
        footer = {
            "%nExamples:",
            "  tagsmith control 3400         what the driver offers (GET_FEATURE_REQUEST)",
            "  tagsmith control 0x42330012   the properties, where it offers them"
        })
public final class ControlCommand implements Callable<Integer> {

    private static final long LARGEST_FUNCTION = 0xFFFF;
    private static final long LARGEST_CODE = 0xFFFFFFFFL;

    private final CommandContext context;

    @Parameters(
            index = "0",
            paramLabel = "CODE",
            description =
                    "A control code (0x42000D48), or the number of a function (3400), of which this system's code is"
                            + " computed.")
    private String code = "";

    @Parameters(index = "1..*", paramLabel = "HEX", description = "What the driver is given; nothing if left out.")
    private List<String> hex = new ArrayList<>();

    /**
     * The command.
     *
     * @param context what it works with
     */
    public ControlCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        long number = number(code);
        Bytes input = Bytes.fromHex(String.join(" ", hex));
        try (ReaderSource source = context.openReaders();
                Card card = source.connectToReader()) {
            long full = number > LARGEST_FUNCTION ? number : card.controlCode((int) number);
            context.output()
                    .show(new DriverAnswer("control", card.readerName(), full, input, card.control(full, input)));
            return 0;
        }
    }

    private static long number(String text) throws NfcException {
        try {
            long number = Long.decode(text);
            if (number >= 0 && number <= LARGEST_CODE) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new NfcException(ErrorKind.INVALID_REQUEST, "\"" + text + "\" is no control code of 32 bits");
    }
}
