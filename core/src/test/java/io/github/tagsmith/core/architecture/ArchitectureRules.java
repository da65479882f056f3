package io.github.tagsmith.core.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.tagsmith.core.bytes.Bytes;
import java.util.stream.Stream;

/** The rules of the design that hold for every module; each module's own test calls {@link #check}. */
public final class ArchitectureRules {

    private static final String ROOT = "io.github.tagsmith";

    private ArchitectureRules() {}

    /** The classes of Tagsmith on the class path, tests left out. */
    public static JavaClasses importMain() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar") && !location.contains("/test-classes/"))
                .importPackages(ROOT);
    }

    /** All rules. */
    public static void check(JavaClasses classes) {
        noPackageCycles(classes);
        noArraysInPublicSignatures(classes);
        noArraysInRecords(classes);
        noCleverNames(classes);
        jnrStaysInOnePackage(classes);
    }

    public static void noPackageCycles(JavaClasses classes) {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(classes);
    }

    /** Only the C side of PC/SC knows jnr-ffi. */
    public static void jnrStaysInOnePackage(JavaClasses classes) {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".core.pcsc.nat..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jnr..", "com.kenai..")
                .check(classes);
    }

    public static void noArraysInPublicSignatures(JavaClasses classes) {
        classes()
                .that()
                .arePublic()
                .and()
                .doNotHaveFullyQualifiedName(Bytes.class.getName())
                .should(haveNoByteArrayInPublicSignatures())
                .allowEmptyShould(true)
                .check(classes);
    }

    public static void noArraysInRecords(JavaClasses classes) {
        fields().that()
                .areNotStatic()
                .and()
                .areDeclaredInClassesThat(isRecord())
                .should(notBeArrays())
                .allowEmptyShould(true)
                .check(classes);
    }

    public static void noCleverNames(JavaClasses classes) {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl)")
                .check(classes);
    }

    private static DescribedPredicate<JavaClass> isRecord() {
        return DescribedPredicate.describe("are records", JavaClass::isRecord);
    }

    private static ArchCondition<JavaField> notBeArrays() {
        return new ArchCondition<>("not be arrays") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                if (field.getRawType().isArray()) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is an array"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> haveNoByteArrayInPublicSignatures() {
        return new ArchCondition<>("have no byte[] in public or protected signatures") {
            @Override
            public void check(JavaClass owner, ConditionEvents events) {
                for (JavaCodeUnit unit : owner.getCodeUnits()) {
                    boolean visible = unit.getModifiers().contains(JavaModifier.PUBLIC)
                            || unit.getModifiers().contains(JavaModifier.PROTECTED);
                    Stream<JavaClass> types =
                            Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream());
                    if (visible && types.anyMatch(type -> type.isEquivalentTo(byte[].class))) {
                        events.add(SimpleConditionEvent.violated(unit, unit.getFullName() + " shows byte[]"));
                    }
                }
            }
        };
    }
}
