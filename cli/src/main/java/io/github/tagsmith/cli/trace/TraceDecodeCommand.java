package io.github.tagsmith.cli.trace;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.command.ProgressLine;
import io.github.tagsmith.cli.terminal.ExitCode;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.trace.capture.CaptureFault;
import io.github.tagsmith.core.trace.decode.CaptureDecoder;
import io.github.tagsmith.core.trace.decode.CaptureSummary;
import io.github.tagsmith.core.trace.usb.DeviceAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trace decode}. */
@Command(
        name = "decode",
        description = {
            "Say what a capture of a reader holds: pcap or pcapng of USB (usbmon, USBPcap, macOS), gzipped or not, or the"
                    + " APDUs that trace record writes. A line an APDU: packet, seconds, device/slot, command, status word,"
                    + " data.",
            "A damaged capture is shown up to the damage; the exit status is 8 then."
        },
        footer = {
            "%nExamples:",
            "  tagsmith trace decode reader.pcapng",
            "  tagsmith trace decode reader.pcapng --all --device 1.2",
            "  dumpcap -i usbmon0 -w - | tagsmith trace decode -"
        })
public final class TraceDecodeCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    private final CommandContext context;

    @Parameters(paramLabel = "FILE", description = "The capture; - for standard input, shown as it comes.")
    private String file = "";

    @Option(names = "--all", description = "Show every CCID message, too.")
    private boolean all;

    @Option(
            names = "--device",
            paramLabel = "BUS.ADDRESS",
            description = "Only that device, and take it for a reader whatever it says.")
    private @Nullable String device;

    @Option(names = "--slot", paramLabel = "N", description = "Only that slot.")
    private @Nullable Integer slot;

    @Option(
            names = "--show-keys",
            description = "Show keys and PINs, which are masked in text (JSON has all bytes as they are).")
    private boolean showKeys;

    /**
     * The command.
     *
     * @param context what it works with
     */
    public TraceDecodeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws NfcException {
        try (InputStream in = open();
                DecodedOutput output = output()) {
            CaptureDecoder decoder = new CaptureDecoder(
                    output, wantedDevice(), slot == null ? OptionalInt.empty() : OptionalInt.of(slot));
            CaptureSummary summary = decoder.decode(in, output);
            context.clearProgress();
            output.end(summary);
            if (summary.end().isEmpty()) {
                return ExitCode.OK.status();
            }
            explain(summary.end().get());
            return ExitCode.MALFORMED.status();
        } catch (OutputEndedException enough) {
            return ExitCode.OK.status();
        } catch (UncheckedIOException | IOException e) {
            throw new NfcException(ErrorKind.FILE, "cannot show what is in " + file + ": " + e.getMessage())
                    .withCause(e);
        }
    }

    private DecodedOutput output() {
        return context.output().isJson()
                ? new DecodedJson(file, context.terminal().out())
                : new DecodedText(context.terminal().out(), all, showKeys, context.output());
    }

    private InputStream open() throws NfcException {
        if (file.equals(STANDARD_INPUT)) {
            return context.terminal().bytes();
        }
        try {
            Path path = Path.of(file);
            ProgressLine shown = context.progressOfStream("KiB read");
            return new FollowedStream(Files.newInputStream(path), Files.size(path), shown);
        } catch (NoSuchFileException e) {
            throw new NfcException(ErrorKind.FILE, "cannot read " + file + ": there is no such file").withCause(e);
        } catch (IOException e) {
            throw new NfcException(ErrorKind.FILE, "cannot read " + file + ": " + e.getMessage()).withCause(e);
        }
    }

    private Optional<DeviceAddress> wantedDevice() throws NfcException {
        try {
            return device == null ? Optional.empty() : Optional.of(DeviceAddress.parse(device));
        } catch (IllegalArgumentException e) {
            throw new NfcException(ErrorKind.INVALID_REQUEST, String.valueOf(e.getMessage())).withCause(e);
        }
    }

    private void explain(CaptureFault fault) {
        if (!context.output().isJson()) {
            context.terminal()
                    .err()
                    .println("tagsmith: " + file + ": " + fault.kind().id() + ": " + fault.message());
        }
    }
}
