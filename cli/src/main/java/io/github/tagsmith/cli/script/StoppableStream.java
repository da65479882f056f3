package io.github.tagsmith.cli.script;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/** Output that fails from a certain moment on, as if nobody read it any more. */
final class StoppableStream extends OutputStream {

    private final OutputStream stream;
    private final BooleanSupplier isStopped;

    StoppableStream(OutputStream stream, BooleanSupplier isStopped) {
        this.stream = stream;
        this.isStopped = isStopped;
    }

    private void check() throws IOException {
        if (isStopped.getAsBoolean()) {
            throw new IOException("interrupted");
        }
    }

    @Override
    public void write(int b) throws IOException {
        check();
        stream.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        check();
        stream.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        stream.flush();
    }
}
