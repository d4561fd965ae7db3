package io.perennial.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.perennial.common.event.EventCodec;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void featuresDependOnEachOtherWithoutCycles() {
        ApplicationModules.of(EventIngestServiceApplication.class).verify();
    }

    @Test
    void theChecksArePure() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.perennial.ingest");
        classes()
                .that()
                .resideInAPackage("io.perennial.ingest.check")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "io.perennial.ingest.check",
                        "io.perennial.common.event",
                        "io.perennial.common.identity",
                        "org.jspecify..")
                .check(classes);
        classes()
                .that()
                .resideInAPackage("io.perennial.ingest.check")
                .should()
                .onlyDependOnClassesThat()
                .areNotAssignableTo(EventCodec.class)
                .check(classes);
    }
}
