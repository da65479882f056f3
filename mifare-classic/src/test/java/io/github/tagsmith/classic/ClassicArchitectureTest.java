package io.github.tagsmith.classic;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.tagsmith.classic.picc.ClassicPicc;
import io.github.tagsmith.core.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** The rules that hold for every module, and those between the two halves of this one. */
class ClassicArchitectureTest {

    private static final String CARD = "..classic.picc..";
    private static final String[] TERMINAL = {
        "io.github.tagsmith.classic",
        "..classic.dump..",
        "..classic.format..",
        "..classic.log..",
        "..classic.ndef..",
        "..classic.plan..",
        "..classic.keys..",
        "..classic.originality.."
    };

    private static final JavaClasses CLASSES = ArchitectureRules.importMain();

    @Test
    void theMainClassesKeepTheRules() {
        assertTrue(CLASSES.contain(ClassicPicc.class));
        assertTrue(CLASSES.contain(ClassicSession.class));
        ArchitectureRules.check(CLASSES);
    }

    @Test
    void cardAndTerminalAreStrangers() {
        noClasses()
                .that()
                .resideInAPackage(CARD)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TERMINAL)
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(TERMINAL)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CARD)
                .check(CLASSES);
    }

    @Test
    void theCipherTakesNoSide() {
        noClasses()
                .that()
                .resideInAPackage("..classic.crypto1..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CARD)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(TERMINAL)
                .check(CLASSES);
    }

    /** They share words, not decisions: what may be done and what a value block is, each side knows by itself. */
    @Test
    void cardDoesNotUseTheTerminalsDecisions() {
        noClasses()
                .that()
                .resideInAPackage(CARD)
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        ".*\\.model\\.(AccessBits|DataCondition|TrailerCondition|KeyHolders|ValueBlock|DataRights|TrailerRights|AccessPolicy|LockOut)")
                .check(CLASSES);
    }
}
