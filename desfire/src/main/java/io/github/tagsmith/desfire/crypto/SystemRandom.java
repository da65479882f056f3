package io.github.tagsmith.desfire.crypto;

import io.github.tagsmith.core.bytes.Bytes;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;

/**
 * The system's secure generator: the kernel's (random(4)) where it is a device, which is what {@link SecureRandom} draws from there,
 * too. To ask that class for it takes Java a third to a half of its own start.
 */
final class SystemRandom implements RandomSource {

    private static final String KERNEL = "/dev/urandom";

    /** Elsewhere anybody might be able to make a file of that name. */
    private static final boolean HAS_DEVICES = File.separatorChar == '/';

    private static final class Found {
        static final RandomSource GENERATOR = RandomSource.of(new SecureRandom());
    }

    @Override
    public Bytes next(int length) {
        byte[] drawn = HAS_DEVICES ? ofKernel(length) : new byte[0];
        return drawn.length == length ? Bytes.of(drawn) : Found.GENERATOR.next(length);
    }

    private static byte[] ofKernel(int length) {
        try (InputStream device = new FileInputStream(KERNEL)) {
            return device.readNBytes(length);
        } catch (IOException noSuchDevice) {
            return new byte[0];
        }
    }
}
