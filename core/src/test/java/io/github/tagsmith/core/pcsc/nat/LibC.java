package io.github.tagsmith.core.pcsc.nat;

import jnr.ffi.LibraryLoader;

/** The few functions of the C library that the tests need. */
public interface LibC {

    LibC INSTANCE = LibraryLoader.create(LibC.class).load("c");

    int setenv(String name, String value, int overwrite);

    int unsetenv(String name);

    int posix_openpt(int flags);

    int grantpt(int fd);

    int unlockpt(int fd);

    String ptsname(int fd);

    int open(String path, int flags);

    long read(int fd, @jnr.ffi.annotations.Out byte[] buffer, long count);

    long write(int fd, @jnr.ffi.annotations.In byte[] buffer, long count);

    int close(int fd);
}
