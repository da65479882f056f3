package io.github.tagsmith.core.pcsc.nat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Widths and layouts of the PC/SC C interface on the three systems: the one place that knows them.
 *
 * <p>Scalars passed by value always travel as 64-bit {@code long}: the calling conventions of x86-64 (System V and Windows)
 * and AArch64 put each of the at most seven arguments into its own register or 8-byte stack slot, and a callee that takes 32
 * bits ignores the upper half. So only what lies in memory and what is returned depends on the system.
 *
 * <p>Sources: pcsc-lite {@code pcsclite.h} (DWORD is {@code unsigned long}; structures naturally aligned; on macOS 32 bits,
 * {@code #pragma pack(1)}), Windows SDK {@code winscard.h} and {@code basetsd.h}. The Linux row is compared with the C compiler's
 * own numbers; the other two are layout arithmetic.
 */
public enum Abi {
    /** pcsc-lite on Linux and the BSDs, 64-bit. */
    LINUX(8, 8, 33, Packing.NATURAL, 1, 0x42000000, 1, false),
    /** The PCSC framework of macOS. */
    MACOS(4, 4, 33, Packing.BYTES, 1, 0x42000000, 1, false),
    /** WinSCard.dll, 64-bit; functions with text take UTF-16 (names end in W). */
    WINDOWS(4, 8, 36, Packing.NATURAL, 2, 0x310000, 4, true);

    private enum Packing {
        NATURAL,
        BYTES
    }

    private static final int POINTER_WIDTH = 8;

    private final int dwordWidth;
    private final int handleWidth;
    private final int atrSize;
    private final Packing packing;
    private final int charWidth;
    private final int controlBase;
    private final int controlStep;
    private final boolean wideNames;

    Abi(
            int dwordWidth,
            int handleWidth,
            int atrSize,
            Packing packing,
            int charWidth,
            int controlBase,
            int controlStep,
            boolean wideNames) {
        this.dwordWidth = dwordWidth;
        this.handleWidth = handleWidth;
        this.atrSize = atrSize;
        this.packing = packing;
        this.charWidth = charWidth;
        this.controlBase = controlBase;
        this.controlStep = controlStep;
        this.wideNames = wideNames;
    }

    /**
     * The layout of the system this program runs on.
     *
     * @return its row
     */
    public static Abi current() {
        return forSystem(System.getProperty("os.name", ""));
    }

    /**
     * The layout of a system.
     *
     * @param osName as in the system property {@code os.name}
     * @return its row; unknown systems are taken for a pcsc-lite one
     */
    public static Abi forSystem(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? WINDOWS : name.startsWith("mac") ? MACOS : LINUX;
    }

    /**
     * Width of DWORD and LONG in memory.
     *
     * @return bytes
     */
    public int dwordWidth() {
        return dwordWidth;
    }

    /**
     * Width of SCARDCONTEXT and SCARDHANDLE in memory.
     *
     * @return bytes
     */
    public int handleWidth() {
        return handleWidth;
    }

    /**
     * Width of one character of a reader name.
     *
     * @return bytes
     */
    public int charWidth() {
        return charWidth;
    }

    /**
     * Encoding of reader names.
     *
     * @return the character set
     */
    public Charset charset() {
        return charWidth == 1 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16LE;
    }

    /**
     * The exported name of a function.
     *
     * @param name as in {@code winscard.h}
     * @return the name in the library
     */
    public String symbol(String name) {
        if (this == MACOS && name.equals("SCardControl")) {
            return "SCardControl132";
        }
        return wideNames && TextFunctions.NAMES.contains(name) ? name + "W" : name;
    }

    /**
     * The control code of a function, {@code SCARD_CTL_CODE}.
     *
     * @param function its number, for instance 3400 for the feature request
     * @return the code for SCardControl, 32 bits unsigned
     */
    public long controlCode(int function) {
        return Integer.toUnsignedLong(controlBase + function * controlStep);
    }

    /**
     * The control code that drivers of this system take for an escape to the reader when they offer none:
     * IOCTL_SMARTCARD_VENDOR_IFD_EXCHANGE, function 1, or IOCTL_CCID_ESCAPE, function 3500, on Windows.
     *
     * @return the code for SCardControl
     */
    public long escapeCode() {
        return controlCode(this == WINDOWS ? 3500 : 1);
    }

    /**
     * SCARD_PROTOCOL_RAW.
     *
     * @return its number
     */
    public long rawProtocol() {
        return this == WINDOWS ? 0x10000 : 4;
    }

    /**
     * SCARD_IO_REQUEST: dwProtocol, cbPciLength.
     *
     * @return its size in bytes
     */
    public int ioRequestSize() {
        return 2 * dwordWidth;
    }

    /**
     * Offset of dwCurrentState in SCARD_READERSTATE, after szReader and pvUserData.
     *
     * @return bytes
     */
    public int currentStateOffset() {
        return 2 * POINTER_WIDTH;
    }

    /**
     * Offset of dwEventState in SCARD_READERSTATE.
     *
     * @return bytes
     */
    public int eventStateOffset() {
        return currentStateOffset() + dwordWidth;
    }

    /**
     * Offset of cbAtr in SCARD_READERSTATE.
     *
     * @return bytes
     */
    public int atrLengthOffset() {
        return eventStateOffset() + dwordWidth;
    }

    /**
     * Offset of rgbAtr in SCARD_READERSTATE.
     *
     * @return bytes
     */
    public int atrOffset() {
        return atrLengthOffset() + dwordWidth;
    }

    /**
     * Room for an ATR in SCARD_READERSTATE.
     *
     * @return bytes
     */
    public int atrSize() {
        return atrSize;
    }

    /**
     * Size of SCARD_READERSTATE, the distance of two of them in an array.
     *
     * @return bytes
     */
    public int readerStateSize() {
        int end = atrOffset() + atrSize;
        return packing == Packing.BYTES ? end : (end + POINTER_WIDTH - 1) / POINTER_WIDTH * POINTER_WIDTH;
    }

    /**
     * Cuts a returned LONG to what the system defines.
     *
     * @param returned the 64 bits of the return register
     * @return the code, 32 bits unsigned
     */
    public long code(long returned) {
        return returned & 0xFFFFFFFFL;
    }
}
