package io.github.tagsmith.core.trace.ccid;

import io.github.tagsmith.core.trace.capture.CaptureFault;

/** Takes what {@link CcidDecoder} finds, as it finds it. */
public interface CcidListener {

    /**
     * A message.
     *
     * @param message the message
     */
    void message(CcidMessage message);

    /**
     * A message on the interrupt endpoint.
     *
     * @param notification the message
     */
    void notification(CcidNotification notification);

    /**
     * A class request.
     *
     * @param request the request
     */
    void control(ControlRequest request);

    /**
     * Something wrong that does not end the decoding.
     *
     * @param fault what
     */
    void fault(CaptureFault fault);
}
