package io.github.tagsmith.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.doctor.Finding.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file system of the test's own stands for the machine. */
class SystemCheckTest {

    private static final String PLIST = "usr/lib/pcsc/drivers/ifd-ccid.bundle/Contents/Info.plist";

    @TempDir
    private Path root;

    private SystemCheck check;

    @BeforeEach
    void begin() {
        check = new SystemCheck(root);
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void plist(String options) throws IOException {
        write(
                PLIST,
                "<key>CFBundleShortVersionString</key>\n\t<string>1.5.2</string>\n"
                        + "\t<key>ifdDriverOptions</key>\n\t<string>" + options + "</string>\n");
    }

    private static Finding single(List<Finding> findings) {
        assertEquals(1, findings.size(), findings::toString);
        return findings.get(0);
    }

    @Test
    void noModuleIsWell() throws IOException {
        Finding absent = single(check.kernelModules());
        assertEquals(State.OK, absent.state());
        write("proc/modules", "usbhid 65536 0 - Live 0x0\nnfc_like 1 0 - Live 0x0\n");
        assertEquals(absent, single(check.kernelModules()));
    }

    @Test
    void aLoadedModuleThatHoldsNothingIsANote() throws IOException {
        write("proc/modules", "pn533_usb 20480 0 - Live 0x0\npn533 53248 1 pn533_usb, Live 0x0\n");
        Finding finding = single(check.kernelModules());
        assertEquals(State.NOTE, finding.state());
        assertEquals("pn533, pn533_usb loaded, holding no USB device now", finding.message());
        assertTrue(finding.advice().contains("modprobe -r"), finding.advice());
    }

    @Test
    void aModuleThatHoldsADeviceIsAProblem() throws IOException {
        write("proc/modules", "port100 28672 0 - Live 0x0\n");
        Files.createDirectories(root.resolve("sys/bus/usb/drivers/port100/1-2.3:1.0"));
        write("sys/bus/usb/drivers/port100/bind", "");
        Finding finding = single(check.kernelModules());
        assertEquals(State.PROBLEM, finding.state());
        assertEquals("port100 hold USB device 1-2.3:1.0", finding.message());
    }

    @Test
    void aMissingDriverIsAProblem() {
        Finding finding = single(check.driver());
        assertEquals(State.PROBLEM, finding.state());
        assertEquals("driver", finding.check());
        assertTrue(finding.advice().contains("libccid"), finding.advice());
    }

    @ParameterizedTest
    @CsvSource({"0x0000, NOTE", "0x0001, OK", "0x0005, OK", "0x0004, NOTE", "1, OK"})
    void theDriverTellsItsVersionAndWhetherEscapesPass(String options, State state) throws IOException {
        plist(options);
        List<Finding> findings = check.driver();
        assertEquals(2, findings.size(), findings::toString);
        assertEquals(State.OK, findings.get(0).state());
        assertTrue(findings.get(0).message().startsWith("CCID driver 1.5.2, "), findings::toString);
        assertEquals("escape", findings.get(1).check());
        assertEquals(state, findings.get(1).state());
        assertTrue(findings.get(1).message().contains("ifdDriverOptions is " + options), findings::toString);
    }

    /** Somebody edited the file by hand. */
    @ParameterizedTest
    @ValueSource(strings = {"yes", "0x", "0x00000000000000001FFFFFFFF0000000000"})
    void optionsThatAreNoNumberAreANote(String options) throws IOException {
        plist(options);
        Finding escape = check.driver().get(1);
        assertEquals(State.NOTE, escape.state());
        assertTrue(escape.message().contains(options), escape.message());
    }
}
