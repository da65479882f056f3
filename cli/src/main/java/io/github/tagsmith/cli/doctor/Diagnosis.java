package io.github.tagsmith.cli.doctor;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code --diagnose}: everything that a bug report needs, in one text. There are no keys in it, and UIDs only where more detail
 * is asked for.
 *
 * @param version program, Java, system, PC/SC
 * @param terminal what the program runs in
 * @param environment settings that it follows
 * @param findings those of {@code doctor}
 * @param readers each reader
 */
public record Diagnosis(
        VersionReport version,
        String terminal,
        Map<String, String> environment,
        List<Finding> findings,
        List<ReaderFacts> readers)
        implements Report {

    private static final int FINDING_WIDTH = 78;

    public Diagnosis {
        findings = List.copyOf(findings);
        readers = List.copyOf(readers);
    }

    /**
     * Looks at everything.
     *
     * @param version the lines of {@code --version}
     * @param context what the program works with
     * @return the report
     */
    public static Diagnosis of(List<String> version, CommandContext context) {
        Map<String, String> all = context.terminal().environment();
        return new Diagnosis(
                VersionReport.of(version, true, all),
                terminal(context),
                Settings.of(all),
                DoctorCommand.findings(all),
                ReaderFacts.all(context));
    }

    private static String terminal(CommandContext context) {
        return "output " + (context.terminal().screens().out() ? "is a terminal" : "goes elsewhere") + ", questions can"
                + (context.terminal().interactive() ? "" : "not") + " be asked, encoding "
                + System.getProperty("native.encoding", "unknown");
    }

    @Override
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("command", "diagnose");
        json.put("facts", version.facts());
        json.put("terminal", terminal);
        json.put("environment", environment);
        json.put("findings", findings.stream().map(Finding::json).toList());
        json.put("readers", readers.stream().map(ReaderFacts::json).toList());
        return json;
    }

    @Override
    public void print(Consumer<String> line) {
        version.print(line);
        line.accept("terminal: " + terminal);
        line.accept("environment:" + (environment.isEmpty() ? " none of the settings that matter here" : ""));
        environment.forEach((name, value) -> line.accept("  " + name + "=" + value));
        line.accept("doctor:");
        findings.forEach(finding -> finding.lines(FINDING_WIDTH).forEach(each -> line.accept("  " + each)));
        line.accept("readers:" + (readers.isEmpty() ? " none" : ""));
        readers.forEach(reader -> reader.print(text -> line.accept("  " + text)));
    }
}
