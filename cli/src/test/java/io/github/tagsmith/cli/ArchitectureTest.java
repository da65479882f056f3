package io.github.tagsmith.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.tagsmith.core.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MAIN = ArchitectureRules.importMain();

    @Test
    void theMainClassesKeepTheRules() {
        ArchitectureRules.check(MAIN);
    }

    /** Few hops: the library does not know the command line, nor a command another command. */
    @Test
    void nothingBelowKnowsTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.github.tagsmith.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.github.tagsmith.cli..", "picocli..")
                .check(MAIN);
    }
}
