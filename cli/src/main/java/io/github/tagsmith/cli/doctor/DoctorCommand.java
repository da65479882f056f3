package io.github.tagsmith.cli.doctor;

import io.github.tagsmith.cli.command.CommandContext;
import io.github.tagsmith.cli.output.Report;
import io.github.tagsmith.cli.terminal.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code doctor}. */
@Command(
        name = "doctor",
        description = "Why is my reader not working: library, service, permissions, kernel modules, driver, readers.",
        footer = {"%nExample:", "  tagsmith doctor"})
public final class DoctorCommand implements Callable<Integer> {

    private final CommandContext context;

    /**
     * The command.
     *
     * @param context what it works with
     */
    public DoctorCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<Finding> findings = findings(context.terminal().environment());
        context.output().show(new DoctorReport(findings));
        boolean sick = findings.stream().anyMatch(finding -> finding.state() == Finding.State.PROBLEM);
        return (sick ? ExitCode.NO_READER : ExitCode.OK).status();
    }

    static List<Finding> findings(Map<String, String> environment) {
        List<Finding> findings = new ArrayList<>(ServiceCheck.run(environment, Path.of("/")));
        if (System.getProperty("os.name", "").startsWith("Linux")) {
            SystemCheck system = new SystemCheck(Path.of("/"));
            findings.addAll(system.kernelModules());
            findings.addAll(system.driver());
        }
        return findings;
    }

    /**
     * All findings.
     *
     * @param findings in the order in which they are best dealt with
     */
    private record DoctorReport(List<Finding> findings) implements Report {

        private static final int WIDTH = 80;

        @Override
        public Map<String, @Nullable Object> json() {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("command", "doctor");
            json.put("findings", findings.stream().map(Finding::json).toList());
            return json;
        }

        @Override
        public void print(Consumer<String> line) {
            findings.forEach(finding -> finding.lines(WIDTH).forEach(line));
        }
    }
}
