package io.github.tagsmith.cli.doctor;

import io.github.tagsmith.cli.output.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code --version} with {@code -v} or {@code --json}.
 *
 * @param facts what there is to tell, by name
 */
public record VersionReport(Map<String, String> facts) implements Report {

    /**
     * What the program says of itself.
     *
     * @param version the lines of {@code --version}: the program, Java, the system
     * @param verbose whether the virtual machine, the archive and PC/SC belong to it
     * @param environment the environment variables
     * @return the report
     */
    public static VersionReport of(List<String> version, boolean verbose, Map<String, String> environment) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("tagsmith", withoutFirstWord(version.get(0)));
        facts.put("Java", withoutFirstWord(version.get(1)));
        facts.put("system", version.get(2));
        if (verbose) {
            facts.putAll(new RunningJava(environment).facts());
            facts.put("PC/SC", PcscInstallation.found(environment));
        }
        return new VersionReport(facts);
    }

    private static String withoutFirstWord(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }

    @Override
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("command", "version");
        json.put("facts", facts);
        return json;
    }

    @Override
    public void print(Consumer<String> line) {
        facts.forEach((name, value) -> line.accept(name.equals("system") ? value : name + " " + value));
    }
}
