package io.github.tagsmith.cli.doctor;

import java.util.Map;

/** Paths for a report that others will read: the user's own folder, and with it the user's name, is not in them. */
final class Folders {

    private Folders() {}

    static String shortened(String path, Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", environment.getOrDefault("USERPROFILE", ""));
        return home.length() < 2 ? path : path.replace(home, "~");
    }
}
