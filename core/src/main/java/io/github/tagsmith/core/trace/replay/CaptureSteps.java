package io.github.tagsmith.core.trace.replay;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.NfcException;
import io.github.tagsmith.core.trace.capture.CaptureFault;
import io.github.tagsmith.core.trace.decode.CaptureDecoder;
import io.github.tagsmith.core.trace.exchange.ApduExchange;
import io.github.tagsmith.core.trace.exchange.CardSlot;
import io.github.tagsmith.core.trace.exchange.ExchangeLevel;
import io.github.tagsmith.core.trace.exchange.ExchangeListener;
import io.github.tagsmith.core.trace.exchange.SlotEvent;
import io.github.tagsmith.core.trace.replay.RecordedStep.Started;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a capture recorded, as steps that can be answered from. In a capture of USB a card is started anew by the driver, too: only
 * its first start counts there. Escapes, and exchanges of which a part is missing, are left out.
 */
public final class CaptureSteps implements ExchangeListener {

    private final List<RecordedStep> steps = new ArrayList<>();
    private final Set<String> started = new HashSet<>();

    private CaptureSteps() {}

    /**
     * Reads a capture.
     *
     * @param in its bytes
     * @param file the name of its file, for complaints
     * @return what was recorded, in order
     * @throws NfcException {@code MALFORMED_INPUT} if it is damaged or holds nothing, {@code FILE} if it cannot be read
     */
    public static List<RecordedStep> read(InputStream in, String file) throws NfcException {
        CaptureSteps steps = new CaptureSteps();
        CaptureDecoder decoder = new CaptureDecoder(steps, Optional.empty(), OptionalInt.empty());
        Optional<CaptureFault> fault = decoder.decode(in, () -> {}).end();
        if (fault.isPresent()) {
            throw NfcException.malformed(file + ": " + fault.get().message());
        }
        if (steps.steps.isEmpty()) {
            throw NfcException.malformed(file + " holds no exchange with a card");
        }
        return List.copyOf(steps.steps);
    }

    @Override
    public void event(SlotEvent event) {
        if (event.kind() == SlotEvent.Kind.POWER_ON && event.details().get("atr") instanceof String atr) {
            String reader = reader(event.readerName(), event.slot());
            if (started.add(reader) || event.readerName().isPresent()) {
                steps.add(new Started(reader, Bytes.fromHex(atr), place(event.packets())));
            }
        }
    }

    @Override
    public void exchange(ApduExchange exchange) {
        if (exchange.level() != ExchangeLevel.ESCAPE && !exchange.incomplete()) {
            exchange.command()
                    .ifPresent(command -> steps.add(RecordedStep.ofCapture(
                            reader(exchange.readerName(), exchange.slot()),
                            command,
                            exchange.response(),
                            place(exchange.packets()))));
        }
    }

    private static String reader(Optional<String> name, Optional<CardSlot> slot) {
        return name.or(() -> slot.map(one -> "slot " + one.slot() + " of "
                        + one.reader().device()
                        + one.reader().number().stream()
                                .mapToObj(number -> " interface " + number)
                                .reduce("", String::concat)))
                .orElse("");
    }

    private static String place(List<Long> packets) {
        return packets.isEmpty() ? "somewhere" : "packet " + packets.get(0);
    }
}
