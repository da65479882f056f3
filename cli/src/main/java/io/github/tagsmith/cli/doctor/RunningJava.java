package io.github.tagsmith.cli.doctor;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The Java that runs this, and whether it started from the archive of the launcher.
 *
 * @param environment the environment variables
 */
record RunningJava(Map<String, String> environment) {

    /** The launcher unpacks the native part of jffi beside the archive, and names the place. */
    private static final String BESIDE_ARCHIVE = "jffi.boot.library.path";

    private static final String SUFFIX = ".jni";

    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "JVM",
                System.getProperty("java.vm.name", "?") + ", " + System.getProperty("java.vm.info", "?") + ", "
                        + Folders.shortened(System.getProperty("java.home", "?"), environment));
        facts.put("archive", archive());
        return facts;
    }

    private String archive() {
        String beside = System.getProperty(BESIDE_ARCHIVE, "");
        if (!beside.endsWith(SUFFIX)) {
            return "none";
        }
        boolean shared = System.getProperty("java.vm.info", "").contains("sharing");
        String archive = beside.substring(0, beside.length() - SUFFIX.length());
        return (shared ? "in use, " : "given, but Java does not use it, ") + Folders.shortened(archive, environment);
    }
}
