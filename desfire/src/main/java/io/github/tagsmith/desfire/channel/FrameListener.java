package io.github.tagsmith.desfire.channel;

/** Follows a command whose data, or whose answer, travels in many frames. */
@FunctionalInterface
public interface FrameListener {

    /** Follows nothing. */
    FrameListener NONE = bytes -> {};

    /**
     * One more frame was exchanged.
     *
     * @param bytes of the command's data sent so far, or of its answer received so far: header, padding and MAC included
     */
    void moved(int bytes);
}
