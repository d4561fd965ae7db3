package io.perennial.deploy.replay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    private static final JavaClasses REPLAY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.perennial.deploy.replay");

    @Test
    void featuresHaveNoCycles() {
        ApplicationModules.of("io.perennial.deploy.replay").verify();
    }

    @Test
    void readingAndSimulatingKnowNothingOfJsonAndHttp() {
        noClasses()
                .that()
                .resideInAnyPackage("..table..", "..dataset..", "..shop..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "java.net..", "io.perennial.deploy.replay.send..")
                .check(REPLAY);
    }

    @Test
    void nothingOfPerennialButItselfIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.perennial.common..", "io.perennial.ingest..", "org.springframework..")
                .check(REPLAY);
    }
}
