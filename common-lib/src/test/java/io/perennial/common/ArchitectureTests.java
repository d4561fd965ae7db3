package io.perennial.common;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@AnalyzeClasses(packages = "io.perennial.common", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule theEventContractIsPureButForItsCodec = classes()
            .that()
            .resideInAnyPackage("..common.event..", "..common.identity..")
            .and()
            .haveNameNotMatching(".*\\.(EventCodec|JsonValues).*")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "org.jspecify..", "com.ethlo.time..", "..common.event..", "..common.identity..");

    @Test
    void arrowsDoNotGoInCircles() {
        ApplicationModules.of("io.perennial.common").verify();
    }
}
