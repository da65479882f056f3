package io.github.tagsmith.cli.script;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The applications and files that commands have printed or were told: asking the card for them would end its session. */
final class SeenIdentifiers {

    private static final Pattern AID = Pattern.compile("(?<![0-9A-Za-z])[0-9A-Fa-f]{6}(?![0-9A-Za-z])");
    private static final Pattern FILE = Pattern.compile("(?i)\\bfile (\\d{1,2})\\b");

    private final Set<String> applications = new TreeSet<>();
    private final Set<String> files = new TreeSet<>();

    SeenIdentifiers() {}

    void read(String text) {
        AID.matcher(text).results().map(MatchResult::group).forEach(applications::add);
        FILE.matcher(text).results().map(found -> found.group(1)).forEach(files::add);
    }

    Set<String> applications() {
        return applications;
    }

    Set<String> files() {
        return files;
    }
}
