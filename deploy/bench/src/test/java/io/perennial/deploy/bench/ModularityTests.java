package io.perennial.deploy.bench;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = Bench.class, importOptions = DoNotIncludeTests.class)
class ModularityTests {

    @ArchTest
    static final ArchRule benchmarksHaveNoCycles =
            slices().matching("io.perennial.deploy.bench.(*)..").should().beFreeOfCycles();
}
