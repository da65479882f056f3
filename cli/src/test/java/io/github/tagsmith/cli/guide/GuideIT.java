package io.github.tagsmith.cli.guide;

import io.github.tagsmith.core.testing.PcscDaemon;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The pages with commands for the real PC/SC service, from top to bottom. */
@ExtendWith(PcscDaemon.class)
class GuideIT {

    @TempDir
    private static Path folder;

    @TestFactory
    Stream<DynamicNode> commandsPrintWhatThePagesSay() {
        return GuidePage.all().stream()
                .filter(GuidePage::needsService)
                .map(page -> new GuideRun(page, true, folder).tests());
    }
}
