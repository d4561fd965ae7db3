package io.perennial.common;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

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

    @ArchTest
    static final ArchRule arrowsDoNotGoInCircles =
            slices().matching("io.perennial.common.(*)..").should().beFreeOfCycles();
}
