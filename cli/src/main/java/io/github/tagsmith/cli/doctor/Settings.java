package io.github.tagsmith.cli.doctor;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Environment variables that change what the program does. Others, where keys may be, are not looked at. */
final class Settings {

    private static final List<String> NAMES = List.of(
            "TAGSMITH_READER",
            "TAGSMITH_DIALECT",
            "TAGSMITH_PCSC_LIBRARY",
            "TAGSMITH_ARCHIVE",
            "TAGSMITH_JAVA_OPTIONS",
            "JAVA_HOME",
            "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "LD_LIBRARY_PATH",
            "PCSCLITE_CSOCK_NAME",
            "XDG_CACHE_HOME",
            "XDG_CONFIG_HOME",
            "XDG_STATE_HOME",
            "NO_COLOR",
            "TERM",
            "LANG",
            "LC_ALL",
            "LC_CTYPE");

    private Settings() {}

    static Map<String, String> of(Map<String, String> environment) {
        Map<String, String> set = new TreeMap<>();
        for (String name : NAMES) {
            String value = environment.get(name);
            if (value != null) {
                set.put(name, Folders.shortened(value, environment));
            }
        }
        return set;
    }
}
