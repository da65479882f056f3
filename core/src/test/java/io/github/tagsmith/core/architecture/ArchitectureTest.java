package io.github.tagsmith.core.architecture;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.tagsmith.core.bytes.Bytes;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MAIN = ArchitectureRules.importMain();

    /** Breaks three rules at once, so that a rule that cannot fail is noticed. */
    @SuppressWarnings("ArrayRecordComponent")
    public record BadHelper(byte[] array) {}

    @Test
    void theMainClassesKeepTheRules() {
        assertTrue(MAIN.contain(Bytes.class));
        ArchitectureRules.check(MAIN);
    }

    @Test
    void theRulesNoticeWhatBreaksThem() {
        JavaClasses bad = new ClassFileImporter().importClasses(BadHelper.class);
        assertThrows(AssertionError.class, () -> ArchitectureRules.noArraysInPublicSignatures(bad));
        assertThrows(AssertionError.class, () -> ArchitectureRules.noArraysInRecords(bad));
        assertThrows(AssertionError.class, () -> ArchitectureRules.noCleverNames(bad));
    }
}
