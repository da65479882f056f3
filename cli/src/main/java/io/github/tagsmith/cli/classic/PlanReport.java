package io.github.tagsmith.cli.classic;

import io.github.tagsmith.classic.plan.BlockReport;
import io.github.tagsmith.classic.plan.Finding;
import io.github.tagsmith.classic.plan.WritePlan;
import io.github.tagsmith.classic.plan.WriteReport;
import io.github.tagsmith.classic.plan.WriteStep;
import io.github.tagsmith.cli.output.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A plan, and what became of it.
 *
 * @param head which command made it, what card it is for, and what else there is to say
 * @param plan the plan
 * @param done what became of it; empty for a dry run
 * @param apdus how many exchanges it took
 */
record PlanReport(Map<String, @Nullable Object> head, WritePlan plan, Optional<WriteReport> done, int apdus)
        implements Report {

    @Override
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>(head);
        json.put("dryRun", done.isEmpty());
        json.put("steps", plan.steps().stream().map(PlanReport::step).toList());
        json.put("findings", plan.findings().stream().map(PlanReport::finding).toList());
        json.put(
                "blocks",
                done.map(WriteReport::blocks).orElse(List.of()).stream()
                        .map(PlanReport::block)
                        .toList());
        json.put("apdus", apdus);
        return json;
    }

    private static Map<String, @Nullable Object> step(WriteStep step) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("block", step.block().value());
        json.put("kind", word(step.kind()));
        json.put("key", step.keyType().name());
        return json;
    }

    private static Map<String, @Nullable Object> finding(Finding finding) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("block", finding.block().value());
        json.put("weight", word(finding.weight()));
        json.put("sentence", finding.sentence());
        return json;
    }

    private static Map<String, @Nullable Object> block(BlockReport report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("block", report.block().value());
        json.put("kind", word(report.kind()));
        json.put("outcome", word(report.outcome()));
        json.put("reason", report.reason().isEmpty() ? null : report.reason());
        return json;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void print(Consumer<String> line) {
        plan.findings()
                .forEach(finding -> line.accept(String.format(
                        "block %3d  %-12s  %s", finding.block().value(), word(finding.weight()), finding.sentence())));
        if (done.isEmpty()) {
            plan.steps()
                    .forEach(step -> line.accept(String.format(
                            "block %3d  %-12s  with key %s", step.block().value(), word(step.kind()), step.keyType())));
            line.accept(plan.steps().size() + " writes planned; nothing was written");
            return;
        }
        WriteReport report = done.get();
        report.blocks().stream()
                .filter(block -> block.outcome() != BlockReport.Outcome.WRITTEN)
                .forEach(block -> line.accept(String.format(
                        "block %3d  %-12s  %s", block.block().value(), word(block.outcome()), block.reason())));
        line.accept(String.format(
                "%d of %d writes done and read back, in %d exchanges",
                report.count(BlockReport.Outcome.WRITTEN), report.blocks().size(), apdus));
    }
}
