package io.github.tagsmith.classic.plan;

import io.github.tagsmith.classic.dump.Dump;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A write that is thought through to its end.
 *
 * @param uid the card it is for
 * @param before what is known of the card now
 * @param promised what is known of it afterwards, by simulation
 * @param steps the writes, in order
 * @param findings what is to be known before
 */
public record WritePlan(Bytes uid, Dump before, Dump promised, List<WriteStep> steps, List<Finding> findings) {

    /**
     * Copies the lists.
     *
     * @param uid the card it is for
     * @param before what is known of the card now
     * @param promised what is known of it afterwards
     * @param steps the writes, in order
     * @param findings what is to be known before
     */
    public WritePlan {
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
    }

    /**
     * Why the plan must not be carried out.
     *
     * @param consent how much the user has agreed to
     * @return the worst finding that goes further; empty if there is none
     */
    public Optional<Finding> refusal(Consent consent) {
        return findings.stream().filter(finding -> !consent.covers(finding)).max(Comparator.comparing(Finding::weight));
    }

    /**
     * Whether every wanted block is reached.
     *
     * @return false if some stay as they are
     */
    public boolean isComplete() {
        return findings.stream().noneMatch(finding -> finding.weight() == Finding.Weight.STAYS);
    }
}
