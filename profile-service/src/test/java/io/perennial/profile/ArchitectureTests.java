package io.perennial.profile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What Modulith cannot see: the folds and policies are pure Java. */
class ArchitectureTests {

    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.perennial.profile");

    @Test
    void foldsAndPoliciesArePure() {
        noClasses()
                .that()
                .resideInAnyPackage("..profile.stamp", "..profile.trait", "..profile.affinity", "..profile.session")
                .or()
                .haveNameMatching(".*\\.profile\\.picture\\.(Picture|Tally|Observation)(\\$.*)?")
                .or()
                .haveNameMatching(".*\\.profile\\.order\\.(Order|Orders|Purchases)(\\$.*)?")
                .or()
                .haveNameMatching(".*\\.profile\\.(identity\\.Link|consent\\.Statement|consent\\.Purpose)(\\$.*)?")
                .or()
                .haveNameMatching(".*\\.profile\\.(stage\\.StagePolicy|stage\\.Stage|rfm\\.Quintiles)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "tools.jackson..", "java.sql..", "org.apache.kafka..")
                .check(service);
    }

    @Test
    void onlyStoresSpeakSql() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .and()
                .doNotHaveSimpleName("DueProfiles")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.jdbc.core.simple.JdbcClient")
                .check(service);
    }

    @Test
    void storesStayInsideTheirFeature() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Store")
                .should()
                .bePackagePrivate()
                .check(service);
    }
}
