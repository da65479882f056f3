package io.github.tagsmith.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tagsmith.cli.Program.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * A step in the life of a DESFire card.
 *
 * @param command what is done, below {@code desfire}
 * @param expected what is printed, among other things
 */
record LifeStep(String command, String expected) {

    /** Takes all steps on one card. */
    static void take(List<LifeStep> steps, Program program, List<String> reader) {
        for (LifeStep step : steps) {
            List<String> words = new ArrayList<>(reader);
            words.add("desfire");
            words.addAll(List.of(step.command().split(" ")));
            Run run = program.run(words.toArray());
            String seen = step.command() + ": " + run.out() + run.err();
            assertEquals(0, run.exit(), seen);
            assertTrue(run.out().contains(step.expected()), seen);
        }
    }
}
