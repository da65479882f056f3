package io.github.tagsmith.desfire;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.tagsmith.core.architecture.ArchitectureRules;
import io.github.tagsmith.desfire.crypto.BlockCipher;
import org.junit.jupiter.api.Test;

/** The rules that hold for every module, and those between client and card. */
class DesfireArchitectureTest {

    private static final String CARD = "..desfire.picc..";
    private static final String OBSERVER = "..desfire.observer..";
    private static final String[] CLIENT = {
        "io.github.tagsmith.desfire",
        "..desfire.command..",
        "..desfire.channel..",
        "..desfire.transfer..",
        "..desfire.sm..",
        "..desfire.sdm..",
        "..desfire.tmac..",
        "..desfire.dam..",
        "..desfire.originality..",
        "..desfire.proximity.."
    };
    private static final String[] SHARED = {"..desfire.crypto..", "..desfire.model.."};

    private static final JavaClasses CLASSES = ArchitectureRules.importMain();

    @Test
    void theMainClassesKeepTheRules() {
        assertTrue(CLASSES.contain(BlockCipher.class));
        ArchitectureRules.check(CLASSES);
    }

    @Test
    void clientAndCardAreStrangers() {
        noClasses()
                .that()
                .resideInAPackage(CARD)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CLIENT)
                .allowEmptyShould(true)
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(CLIENT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CARD)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void whatTheyShareTakesNoSide() {
        noClasses()
                .that()
                .resideInAnyPackage(SHARED)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CARD)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(CLIENT)
                .check(CLASSES);
    }

    /** Who only listens knows how a reader authenticates, and nothing of the card; nobody of either side depends on it. */
    @Test
    void anObserverBelongsToNeitherSide() {
        noClasses()
                .that()
                .resideInAPackage(OBSERVER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CARD, "..desfire.command..", "..desfire.channel..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(OBSERVER, "io.github.tagsmith.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(OBSERVER)
                .check(CLASSES);
    }

    /** Lightweight API only: a provider would cost more start-up time than everything else. */
    @Test
    void noSecurityProvider() {
        noClasses()
                .that()
                .resideInAPackage("io.github.tagsmith.desfire..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.crypto..", "org.bouncycastle.jce..", "org.bouncycastle.jcajce..")
                .check(CLASSES);
    }
}
