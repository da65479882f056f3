package io.github.tagsmith.core.trace.exchange;

import io.github.tagsmith.core.trace.capture.CaptureFault;
import io.github.tagsmith.core.trace.ccid.CcidMessage;
import io.github.tagsmith.core.trace.ccid.CcidNotification;
import io.github.tagsmith.core.trace.ccid.ControlRequest;
import java.util.Optional;

/** Takes what a capture says, as it is understood. Does nothing unless told otherwise. */
public interface ExchangeListener {

    /**
     * The first packet, before all else.
     *
     * @param timeNs when it was captured, nanoseconds since 1970
     */
    default void start(long timeNs) {}

    /**
     * A CCID message.
     *
     * @param message the message
     * @param block the T=1 block in it, where there is one
     */
    default void message(CcidMessage message, Optional<T1Block> block) {}

    /**
     * A CCID message on the interrupt endpoint.
     *
     * @param notification the message
     */
    default void notification(CcidNotification notification) {}

    /**
     * A class request.
     *
     * @param request the request
     */
    default void control(ControlRequest request) {}

    /**
     * Something that happened to a card apart from commands.
     *
     * @param event the event
     */
    default void event(SlotEvent event) {}

    /**
     * A command and its answer.
     *
     * @param exchange both
     */
    default void exchange(ApduExchange exchange) {}

    /**
     * A packet of which a part is missing.
     *
     * @param packet its number
     */
    default void cutPacket(long packet) {}

    /**
     * Something wrong with the capture that does not end the decoding.
     *
     * @param fault what
     */
    default void fault(CaptureFault fault) {}
}
