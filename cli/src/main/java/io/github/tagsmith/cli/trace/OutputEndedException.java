package io.github.tagsmith.cli.trace;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What is written goes nowhere any more: the program behind the pipe has ended, or the disk is full. */
final class OutputEndedException extends UncheckedIOException {

    private static final long serialVersionUID = 1;

    OutputEndedException() {
        super(new IOException("the output has ended"));
    }
}
