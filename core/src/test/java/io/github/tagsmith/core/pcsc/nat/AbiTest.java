package io.github.tagsmith.core.pcsc.nat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Literal layouts. Linux: sizeof and offsetof of the C compiler on x86-64 with pcsc-lite 1.9.9. macOS: PCSC.framework's
 * wintypes.h (32 bits, pragma pack 1). Windows: winscard.h of the SDK, x64.
 */
class AbiTest {

    @ParameterizedTest
    @CsvSource({
        // state size, dwCurrentState, dwEventState, cbAtr, rgbAtr, ATR room, IO_REQUEST
        "LINUX,   80, 16, 24, 32, 40, 33, 16",
        "MACOS,   61, 16, 20, 24, 28, 33, 8",
        "WINDOWS, 64, 16, 20, 24, 28, 36, 8",
    })
    void structuresHaveTheLayoutOfTheSystem(
            Abi abi, int size, int current, int event, int atrLength, int atr, int atrSize, int ioRequest) {
        assertEquals(size, abi.readerStateSize());
        assertEquals(current, abi.currentStateOffset());
        assertEquals(event, abi.eventStateOffset());
        assertEquals(atrLength, abi.atrLengthOffset());
        assertEquals(atr, abi.atrOffset());
        assertEquals(atrSize, abi.atrSize());
        assertEquals(ioRequest, abi.ioRequestSize());
    }

    @ParameterizedTest
    @CsvSource({"LINUX, 8, 8, 1", "MACOS, 4, 4, 1", "WINDOWS, 4, 8, 2"})
    void scalarsHaveTheWidthOfTheSystem(Abi abi, int dword, int handle, int character) {
        assertEquals(dword, abi.dwordWidth());
        assertEquals(handle, abi.handleWidth());
        assertEquals(character, abi.charWidth());
    }

    @ParameterizedTest
    @CsvSource({"LINUX, 42000D48", "MACOS, 42000D48", "WINDOWS, 00313520"})
    void theFeatureRequestHasTheControlCodeOfTheSystem(Abi abi, String code) {
        assertEquals(Long.parseLong(code, 16), abi.controlCode(3400));
    }

    /** SCARD_CTL_CODE(1), IOCTL_SMARTCARD_VENDOR_IFD_EXCHANGE; on Windows SCARD_CTL_CODE(3500), IOCTL_CCID_ESCAPE. */
    @ParameterizedTest
    @CsvSource({"LINUX, 42000001", "MACOS, 42000001", "WINDOWS, 003136B0"})
    void anEscapeHasTheControlCodeOfTheSystem(Abi abi, String code) {
        assertEquals(Long.parseLong(code, 16), abi.escapeCode());
    }

    /** SCARD_PROTOCOL_RAW of pcsclite.h and of winsmcrd.h. */
    @ParameterizedTest
    @CsvSource({"LINUX, 0004", "MACOS, 0004", "WINDOWS, 10000"})
    void rawHasTheNumberOfTheSystem(Abi abi, String number) {
        assertEquals(Long.parseLong(number, 16), abi.rawProtocol());
    }

    /** The framework keeps SCardControl for programs of 10.4, with other arguments; today's is SCardControl132. */
    @ParameterizedTest
    @CsvSource({"LINUX, SCardControl", "MACOS, SCardControl132", "WINDOWS, SCardControl"})
    void controlHasANameOfItsOwnOnMacOs(Abi abi, String symbol) {
        assertEquals(symbol, abi.symbol("SCardControl"));
    }

    @Test
    void onlyWindowsHasWideNames() {
        assertEquals("SCardConnectW", Abi.WINDOWS.symbol("SCardConnect"));
        assertEquals("SCardListReadersW", Abi.WINDOWS.symbol("SCardListReaders"));
        assertEquals("SCardStatusW", Abi.WINDOWS.symbol("SCardStatus"));
        assertEquals("SCardGetStatusChangeW", Abi.WINDOWS.symbol("SCardGetStatusChange"));
        assertEquals("SCardTransmit", Abi.WINDOWS.symbol("SCardTransmit"));
        assertEquals("SCardConnect", Abi.LINUX.symbol("SCardConnect"));
        assertEquals("SCardConnect", Abi.MACOS.symbol("SCardConnect"));
        assertEquals(StandardCharsets.UTF_16LE, Abi.WINDOWS.charset());
        assertEquals(StandardCharsets.UTF_8, Abi.LINUX.charset());
        assertEquals(StandardCharsets.UTF_8, Abi.MACOS.charset());
    }

    @ParameterizedTest
    @CsvSource({"Linux, LINUX", "Mac OS X, MACOS", "Windows 11, WINDOWS", "FreeBSD, LINUX", "'', LINUX"})
    void theSystemIsToldByItsName(String osName, Abi abi) {
        assertEquals(abi, Abi.forSystem(osName));
    }

    @Test
    void aReturnCodeIsCutTo32Bits() {
        assertEquals(0x8010000CL, Abi.LINUX.code(0xFFFFFFFF8010000CL));
        assertEquals(0x8010000CL, Abi.WINDOWS.code(0x00000001_8010000CL));
    }
}
