package io.github.tagsmith.core.trace.exchange;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.trace.capture.CaptureFault;
import io.github.tagsmith.core.trace.capture.FaultKind;
import io.github.tagsmith.core.trace.ccid.CcidDescriptor;
import io.github.tagsmith.core.trace.ccid.CcidDescriptor.Level;
import io.github.tagsmith.core.trace.ccid.CcidError;
import io.github.tagsmith.core.trace.ccid.CcidMessage;
import io.github.tagsmith.core.trace.ccid.CcidMessage.CommandStatus;
import io.github.tagsmith.core.trace.ccid.MessageType;
import io.github.tagsmith.core.trace.ccid.PinStructure;
import io.github.tagsmith.core.trace.ccid.PowerSelect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens in one slot of one reader, message by message. */
final class SlotConversation {

    private static final int PROTOCOL = 7;
    private static final int UNKNOWN_PROTOCOL = -1;
    private static final int CHECKSUM_FIELD = 1;

    private final CardSlot slot;
    private final ExchangeListener listener;
    private final Optional<CcidDescriptor> descriptor;
    private final Level level;
    private final T1Conversation t1;
    private final ApduConversation apdus;
    private int protocol = UNKNOWN_PROTOCOL;
    private boolean crc;
    private boolean t1Seen;
    private @Nullable T1Block sent;
    private long sentPacket;

    SlotConversation(CardSlot slot, ExchangeListener listener) {
        this.slot = slot;
        this.listener = listener;
        this.descriptor = slot.reader().descriptor();
        this.level = descriptor.isEmpty() ? Level.UNKNOWN : descriptor.get().level();
        this.t1 = new T1Conversation(slot, listener);
        this.apdus = new ApduConversation(slot, listener);
    }

    /** Takes the next message of the slot. */
    void take(CcidMessage message) {
        Optional<T1Block> block = message.isAnswer() ? blockInAnswer(message) : blockInCommand(message);
        listener.message(message, block);
        CcidMessage request = message.request().orElse(null);
        if (request != null && message.commandStatus() != CommandStatus.TIME_EXTENSION) {
            takeAnswer(request, message, block);
        }
    }

    private void takeAnswer(CcidMessage request, CcidMessage answer, Optional<T1Block> block) {
        switch (MessageType.of(request.code()).orElse(MessageType.GET_SLOT_STATUS)) {
            case XFR_BLOCK -> takeExchange(request, answer, block);
            case ICC_POWER_ON -> powerOn(request, answer);
            case ICC_POWER_OFF -> powerOff(request, answer);
            case SET_PARAMETERS -> setParameters(request, answer);
            case ESCAPE -> whole(request, answer, ExchangeLevel.ESCAPE, request.data());
            case SECURE -> secure(request, answer);
            default -> {
                // says nothing about the card
            }
        }
    }

    private void powerOff(CcidMessage request, CcidMessage answer) {
        reset();
        event(SlotEvent.Kind.POWER_OFF, request, answer, failure(answer));
    }

    private void reset() {
        protocol = UNKNOWN_PROTOCOL;
        crc = false;
        t1Seen = false;
        t1.reset();
        apdus.reset();
    }

    private void powerOn(CcidMessage request, CcidMessage answer) {
        reset();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("powerSelect", PowerSelect.name(request.specific(PROTOCOL)));
        boolean failed = answer.commandStatus() == CommandStatus.FAILED;
        if (failed) {
            details.putAll(failure(answer));
        } else if (!answer.cut()) {
            details.put("atr", answer.data().toHex());
        }
        event(failed ? SlotEvent.Kind.POWER_ON_FAILED : SlotEvent.Kind.POWER_ON, request, answer, details);
    }

    private void setParameters(CcidMessage request, CcidMessage answer) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("protocol", "T=" + request.specific(PROTOCOL));
        details.putAll(failure(answer));
        if (answer.commandStatus() == CommandStatus.OK) {
            protocol = request.specific(PROTOCOL);
            crc = protocol == 1
                    && request.data().length() > CHECKSUM_FIELD
                    && (request.data().get(CHECKSUM_FIELD) & 1) != 0;
        }
        event(SlotEvent.Kind.SET_PARAMETERS, request, answer, details);
    }

    private static Map<String, Object> failure(CcidMessage answer) {
        return answer.commandStatus() == CommandStatus.FAILED
                ? Map.of("error", CcidError.name(answer.error()))
                : Map.of();
    }

    /** The block in a command to the card, if it is one. */
    private Optional<T1Block> blockInCommand(CcidMessage request) {
        if (!request.is(MessageType.XFR_BLOCK)) {
            return Optional.empty();
        }
        sent = null;
        sentPacket = request.packet();
        if (!mayBeTpdu() || protocol == 0 || !speaks(1) || isPps(request)) {
            return Optional.empty();
        }
        Optional<T1Block> block = T1Block.of(request.data(), request.length(), crc);
        boolean certain = level == Level.TPDU && (protocol == 1 || !speaks(0));
        if (block.isPresent() && (certain || t1Seen || block.get().isIntact())) {
            t1Seen = true;
            sent = block.get();
            return block;
        }
        if (certain) {
            badBlock(request);
        }
        return Optional.empty();
    }

    private Optional<T1Block> blockInAnswer(CcidMessage answer) {
        boolean answersBlock = sent != null
                && answer.request().isPresent()
                && answer.request().get().packet() == sentPacket;
        return answersBlock ? T1Block.of(answer.data(), answer.length(), crc) : Optional.empty();
    }

    private void badBlock(CcidMessage message) {
        listener.fault(CaptureFault.in(
                FaultKind.BAD_T1_BLOCK,
                "the data in packet " + message.packet() + " is no T=1 block: its length does not fit its LEN",
                message.packet()));
    }

    private boolean mayBeTpdu() {
        return level == Level.TPDU || level == Level.UNKNOWN || level == Level.CHARACTER;
    }

    private boolean speaks(int wanted) {
        return descriptor.isEmpty() || descriptor.get().speaks(wanted);
    }

    private boolean isPps(CcidMessage request) {
        return mayBeTpdu() && !request.cut() && PpsRequest.isOne(request.data());
    }

    private void takeExchange(CcidMessage request, CcidMessage answer, Optional<T1Block> received) {
        T1Block block = request.packet() == sentPacket ? sent : null;
        if (isPps(request)) {
            pps(request, answer);
        } else if (block == null) {
            takeApdu(request, answer);
        } else {
            if (received.isEmpty() && answer.commandStatus() == CommandStatus.OK) {
                badBlock(answer);
            }
            t1.take(request, block, answer, received);
        }
    }

    private void takeApdu(CcidMessage request, CcidMessage answer) {
        if (level == Level.EXTENDED_APDU) {
            apdus.take(request, answer, ExchangeLevel.EXTENDED_APDU);
        } else if (level == Level.UNKNOWN) {
            apdus.take(request, answer, ExchangeLevel.APDU);
        } else if (level == Level.SHORT_APDU) {
            apdus.takeWhole(request, answer, ExchangeLevel.SHORT_APDU);
        } else if (protocol == 1) {
            apdus.reset(); // no block, and said so
        } else {
            apdus.takeWhole(request, answer, ExchangeLevel.TPDU_T0);
        }
    }

    private void pps(CcidMessage request, CcidMessage answer) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("request", request.data().toHex());
        details.put("response", answer.data().toHex());
        details.put("accepted", PpsRequest.isAccepted(request.data(), answer.data()));
        details.putAll(failure(answer));
        event(SlotEvent.Kind.PPS, request, answer, details);
    }

    private void secure(CcidMessage request, CcidMessage answer) {
        t1.resynchronise(); // the reader has used sequence numbers of its own
        PinStructure pin = PinStructure.of(request.data()).orElse(null);
        if (pin == null) {
            return;
        }
        whole(
                request,
                answer,
                pin.isModify() ? ExchangeLevel.SECURE_PIN_MODIFY : ExchangeLevel.SECURE_PIN_VERIFY,
                pin.template());
    }

    private void whole(CcidMessage request, CcidMessage answer, ExchangeLevel how, Bytes command) {
        RunningExchange exchange = new RunningExchange(slot);
        exchange.addCommand(command, request.cut());
        exchange.note(request, answer);
        if (answer.commandStatus() == CommandStatus.FAILED) {
            listener.exchange(exchange.fail(how, answer));
        } else {
            exchange.addResponse(unwrapped(answer), answer.cut());
            listener.exchange(exchange.end(how));
        }
    }

    /** The answer to a PIN operation, which some readers give with the T=1 block around it. */
    private Bytes unwrapped(CcidMessage answer) {
        if (!t1Seen || answer.is(MessageType.ESCAPE_ANSWER)) {
            return answer.data();
        }
        Optional<T1Block> block = T1Block.of(answer.data(), answer.length(), crc);
        boolean inBlock = block.isPresent()
                && block.get().type() == T1Block.Type.I
                && block.get().isIntact();
        return inBlock ? block.get().information() : answer.data();
    }

    private void event(SlotEvent.Kind kind, CcidMessage request, CcidMessage answer, Map<String, Object> details) {
        listener.event(new SlotEvent(
                Optional.of(slot),
                Optional.empty(),
                kind,
                request.timeNs(),
                details,
                List.of(request.packet(), answer.packet())));
    }
}
