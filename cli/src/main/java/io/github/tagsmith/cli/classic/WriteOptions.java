package io.github.tagsmith.cli.classic;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How far a write may go. */
final class WriteOptions {

    @Option(names = "--dry-run", description = "Show what would be written, and write nothing.")
    private boolean dryRun;

    @Option(
            names = "--force",
            description = "Accept losses that can be made good. What is lost for good asks for the UID besides.")
    private boolean force;

    @Option(
            names = "--confirm-uid",
            paramLabel = "UID",
            description = "The UID, where it cannot be typed: accept losses for good on this card.")
    @Nullable
    private String confirmedUid;

    WriteOptions() {}

    boolean dryRun() {
        return dryRun;
    }

    boolean force() {
        return force;
    }

    @Nullable
    String confirmedUid() {
        return confirmedUid;
    }
}
