package io.github.tagsmith.cli;

import io.github.tagsmith.cli.command.GlobalOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The top command: it has the global options and no work of its own. */
@Command(
        name = "tagsmith",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = picocli.CommandLine.ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        description =
                "Contactless cards over PC/SC: MIFARE Classic, DESFire, and software cards to learn and test with.",
        footer = {
            "%nExamples:",
            "  tagsmith readers",
            "  tagsmith -r virtual:classic-1k classic dump -o card.mfd",
            "  tagsmith classic show card.mfd",
            "",
            "No reader at hand? -r virtual:classic-1k is a software card in this process."
        })
final class Tagsmith {

    @Mixin
    GlobalOptions options;

    @Option(
            names = "--diagnose",
            description =
                    "Print what a bug report needs: versions, system, settings, PC/SC, readers. No keys; UIDs with -v.")
    boolean diagnose;

    Tagsmith() {
        this(new GlobalOptions());
    }

    Tagsmith(GlobalOptions options) {
        this.options = options;
    }
}
