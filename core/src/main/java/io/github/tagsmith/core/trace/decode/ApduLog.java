package io.github.tagsmith.core.trace.decode;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.trace.capture.CaptureFault;
import io.github.tagsmith.core.trace.capture.CaptureInterface;
import io.github.tagsmith.core.trace.capture.FaultKind;
import io.github.tagsmith.core.trace.capture.Packet;
import io.github.tagsmith.core.trace.exchange.ApduExchange;
import io.github.tagsmith.core.trace.exchange.ExchangeLevel;
import io.github.tagsmith.core.trace.exchange.ExchangeListener;
import io.github.tagsmith.core.trace.exchange.SlotEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** APDUs in link type 252: each packet is an ATR, a command, or an answer; each interface is a reader. */
final class ApduLog {

    private static final String ATR = "iso7816.atr";
    private static final String APDU = "iso7816";

    private final ExchangeListener listener;
    private final Map<Integer, Command> open = new TreeMap<>();
    private boolean used;

    private record Command(
            CaptureInterface reader, long packet, long timeNs, Bytes data, boolean cut, Optional<String> comment) {}

    ApduLog(ExchangeListener listener) {
        this.listener = listener;
    }

    boolean isUsed() {
        return used;
    }

    void take(Packet packet) {
        Optional<ExportedPdu> pdu = ExportedPdu.of(packet);
        if (pdu.isEmpty()) {
            listener.fault(CaptureFault.in(
                    FaultKind.BAD_PACKET,
                    "packet " + packet.number() + " is no exported APDU: its tags do not end",
                    packet.number()));
            return;
        }
        String dissector = pdu.get().dissector();
        if (dissector.equals(ATR)) {
            used = true;
            atr(packet, pdu.get().data());
        } else if (dissector.equals(APDU) && !pdu.get().fromCard()) {
            used = true;
            command(packet, pdu.get().data());
        } else if (dissector.equals(APDU)) {
            used = true;
            answer(packet, pdu.get().data());
        }
    }

    private void atr(Packet packet, Bytes atr) {
        CaptureInterface reader = packet.source();
        unanswered(reader.id());
        listener.event(new SlotEvent(
                Optional.empty(),
                reader.name(),
                SlotEvent.Kind.POWER_ON,
                packet.timeNs(),
                Map.of("atr", atr.toHex()),
                List.of(packet.number())));
    }

    private void command(Packet packet, Bytes data) {
        CaptureInterface reader = packet.source();
        unanswered(reader.id());
        open.put(
                reader.id(),
                new Command(reader, packet.number(), packet.timeNs(), data, packet.isCut(), packet.comment()));
    }

    private void answer(Packet packet, Bytes data) {
        Command command = open.remove(packet.source().id());
        if (command == null) {
            return;
        }
        boolean incomplete = command.cut() || packet.isCut();
        emit(
                command,
                List.of(command.packet(), packet.number()),
                incomplete ? Optional.empty() : Optional.of(data),
                incomplete);
    }

    private void unanswered(int reader) {
        Command command = open.remove(reader);
        if (command != null) {
            emit(command, List.of(command.packet()), Optional.empty(), command.cut());
        }
    }

    /** The capture is at its end: commands that are still open were not answered. */
    void end() {
        for (int reader : List.copyOf(open.keySet())) {
            unanswered(reader);
        }
    }

    private void emit(Command command, List<Long> packets, Optional<Bytes> response, boolean incomplete) {
        listener.exchange(new ApduExchange(
                Optional.empty(),
                command.reader().name(),
                ExchangeLevel.APDU,
                packets,
                command.timeNs(),
                incomplete ? Optional.empty() : Optional.of(command.data()),
                response,
                Optional.empty(),
                false,
                incomplete,
                command.comment()));
    }
}
