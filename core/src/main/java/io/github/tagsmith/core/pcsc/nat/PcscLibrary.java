package io.github.tagsmith.core.pcsc.nat;

import io.github.tagsmith.core.bytes.Bytes;
import io.github.tagsmith.core.error.ErrorKind;
import io.github.tagsmith.core.error.NfcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jnr.ffi.LibraryLoader;
import jnr.ffi.LibraryOption;
import jnr.ffi.Runtime;
import jnr.ffi.mapper.FunctionMapper;

/**
 * The PC/SC library of this system: found, loaded once, and its layout.
 *
 * @param functions its functions
 * @param abi the layout of what they take
 * @param runtime the native runtime, for memory
 * @param name the name under which it was found
 */
public record PcscLibrary(LibPcsc functions, Abi abi, Runtime runtime, String name) {

    /** The environment variable that names the library: a file or a name. */
    public static final String OVERRIDE = "TAGSMITH_PCSC_LIBRARY";

    /**
     * Loads the library.
     *
     * @param environment where {@link #OVERRIDE} is looked up
     * @return the library
     * @throws NfcException {@code NO_SERVICE} if no name leads to one; the message has the names
     */
    public static PcscLibrary load(Map<String, String> environment) throws NfcException {
        Abi abi = Abi.current();
        List<String> tried = new ArrayList<>();
        for (String name : names(environment)) {
            try {
                return load(abi, name);
            } catch (UnsatisfiedLinkError absent) {
                tried.add(name);
            }
        }
        throw new NfcException(ErrorKind.NO_SERVICE, "no PC/SC library was found; tried " + String.join(", ", tried))
                .withHint(advice(abi) + " If it is elsewhere, name it in " + OVERRIDE + ".");
    }

    /**
     * Allocates native memory, zeroed.
     *
     * @param size bytes
     * @return the block
     */
    public NativeMemory allocate(int size) {
        return new NativeMemory(this, size);
    }

    /**
     * Allocates native memory for a text that ends with a zero character.
     *
     * @param text the text
     * @return the block
     */
    public NativeMemory zeroTerminated(String text) {
        Bytes characters = Bytes.of((text + "\0").getBytes(abi.charset()));
        NativeMemory memory = allocate(characters.length());
        memory.write(0, characters);
        return memory;
    }

    /**
     * The names under which the library is looked for, in order.
     *
     * @param environment where {@link #OVERRIDE} is looked up
     * @return file names or paths
     */
    public static List<String> names(Map<String, String> environment) {
        String override = environment.get(OVERRIDE);
        return override == null || override.isEmpty() ? candidates(Abi.current()) : List.of(override);
    }

    /**
     * WINAPI is stdcall where that differs from the default. Where it does not, it keeps jnr-ffi from calls through machine code of
     * its own, which it makes for the default only: on x86-64 that was seen to take the sixth argument from the wrong place (2.3.4).
     */
    private static PcscLibrary load(Abi abi, String name) {
        FunctionMapper symbols = (function, context) -> abi.symbol(function);
        LibPcsc functions = LibraryLoader.create(LibPcsc.class)
                .option(LibraryOption.FunctionMapper, symbols)
                .option(LibraryOption.IgnoreError, true)
                .stdcall()
                .failImmediately()
                .load(name);
        return new PcscLibrary(functions, abi, Runtime.getRuntime(functions), name);
    }

    private static List<String> candidates(Abi abi) {
        return switch (abi) {
            case WINDOWS -> List.of("WinSCard");
            case MACOS -> List.of("/System/Library/Frameworks/PCSC.framework/PCSC", "PCSC");
            case LINUX -> linuxCandidates();
        };
    }

    private static List<String> linuxCandidates() {
        String machine = System.getProperty("os.arch", "").equals("aarch64") ? "aarch64" : "x86_64";
        return List.of(
                "libpcsclite.so.1",
                "libpcsclite.so",
                "/usr/lib/" + machine + "-linux-gnu/libpcsclite.so.1",
                "/usr/lib64/libpcsclite.so.1",
                "/usr/lib/libpcsclite.so.1",
                "/usr/local/lib/libpcsclite.so.1",
                "/run/current-system/sw/lib/libpcsclite.so.1",
                "/usr/local/lib/libpcsclite.so");
    }

    private static String advice(Abi abi) {
        return switch (abi) {
            case WINDOWS -> "WinSCard.dll is part of Windows.";
            case MACOS -> "The PCSC framework is part of macOS.";
            case LINUX -> "Install it (Debian: apt install libpcsclite1 pcscd).";
        };
    }
}
