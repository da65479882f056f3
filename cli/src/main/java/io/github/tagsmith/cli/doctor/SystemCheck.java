package io.github.tagsmith.cli.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Kernel modules and the CCID driver of a Linux system: what can be told from files.
 *
 * @param root the root of the file system
 */
record SystemCheck(Path root) {

    /** Modules that take NFC readers away from PC/SC. */
    private static final List<String> MODULES = List.of("pn533_usb", "pn533", "port100", "nfc");

    private static final List<String> DRIVER_FOLDERS = List.of(
            "usr/lib/pcsc/drivers",
            "usr/lib64/pcsc/drivers",
            "usr/local/lib/pcsc/drivers",
            "usr/lib/x86_64-linux-gnu/pcsc/drivers");

    private static final String PLIST = "ifd-ccid.bundle/Contents/Info.plist";
    private static final int ESCAPE_ALLOWED = 0x01;

    List<Finding> kernelModules() {
        TreeSet<String> loaded = new TreeSet<>();
        for (String line : read(root.resolve("proc/modules")).orElse("").split("\n", -1)) {
            String module = line.split(" ", 2)[0];
            if (MODULES.contains(module)) {
                loaded.add(module);
            }
        }
        if (loaded.isEmpty()) {
            return List.of(Finding.ok("kernel", "no NFC module that takes readers away is loaded"));
        }
        List<String> held = new ArrayList<>();
        for (String module : List.of("pn533_usb", "pn533", "port100")) {
            devices(root.resolve("sys/bus/usb/drivers").resolve(module)).forEach(held::add);
        }
        String advice = "unload them: modprobe -r " + String.join(" ", loaded) + "; for good: echo 'install "
                + loaded.last() + " /bin/false' > /etc/modprobe.d/no-kernel-nfc.conf";
        String modules = String.join(", ", loaded);
        return List.of(
                held.isEmpty()
                        ? Finding.note("kernel", modules + " loaded, holding no USB device now", advice)
                        : Finding.problem("kernel", modules + " hold USB device " + String.join(", ", held), advice));
    }

    private static List<String> devices(Path driver) {
        if (!Files.isDirectory(driver)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(driver)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> name.matches("\\d+-[\\d.]+(:\\d+\\.\\d+)?"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    List<Finding> driver() {
        for (String folder : DRIVER_FOLDERS) {
            Path plist = root.resolve(folder).resolve(PLIST);
            Optional<String> text = read(plist);
            if (text.isPresent()) {
                return driver(plist, text.get());
            }
        }
        return List.of(Finding.problem(
                "driver", "the CCID driver is not installed", "install it (Debian: apt install libccid)"));
    }

    private static List<Finding> driver(Path plist, String text) {
        String version = value(text, "CFBundleShortVersionString").orElse("unknown");
        String options = value(text, "ifdDriverOptions").orElse("0x0000");
        Finding driver = Finding.ok("driver", "CCID driver " + version + ", " + plist);
        boolean allowed = (number(options) & ESCAPE_ALLOWED) != 0;
        Finding escape = allowed
                ? Finding.ok("escape", "ifdDriverOptions is " + options + ": escapes reach every reader")
                : Finding.note(
                        "escape",
                        "ifdDriverOptions is " + options + ": most readers' escapes are refused",
                        "if LED, buzzer or settings are wanted, set it to 0x0001 in " + plist + " and restart pcscd");
        return List.of(driver, escape);
    }

    /** Zero for what is no number. */
    private static long number(String options) {
        try {
            return Long.decode(options);
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }

    private static Optional<String> value(String plist, String key) {
        Matcher matcher = Pattern.compile("<key>" + key + "</key>\\s*<string>\\s*([^<\\s]+)\\s*</string>")
                .matcher(plist);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
