package io.github.tagsmith.cli.trace;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BiConsumer;

/** Tells how much of a long file has been read, in KiB, before each further part. */
final class FollowedStream extends FilterInputStream {

    private static final int KIB = 1024;

    private final int all;
    private final BiConsumer<Integer, Integer> follower;
    private long read;

    FollowedStream(InputStream in, long size, BiConsumer<Integer, Integer> follower) {
        super(in);
        this.all = (int) (size / KIB);
        this.follower = follower;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int done = (int) (read / KIB);
        if (done > 0 && done <= all) {
            follower.accept(done, all);
        }
        int count = super.read(bytes, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int octets) {
        read += octets;
    }
}
