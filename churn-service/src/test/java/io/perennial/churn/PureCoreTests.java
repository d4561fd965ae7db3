package io.perennial.churn;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Features, labels and measures are plain Java; the trainer adds Tribuo and nothing else. */
class PureCoreTests {

    private static final JavaClasses CHURN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.perennial.churn");

    @Test
    void featuresLabelsAndMeasuresArePlainJava() {
        classes()
                .that()
                .resideInAnyPackage(
                        "io.perennial.churn.feature", "io.perennial.churn.label", "io.perennial.churn.evaluation")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "io.perennial.churn.history",
                        "io.perennial.churn.feature",
                        "io.perennial.churn.label",
                        "io.perennial.churn.evaluation")
                .check(CHURN);
    }

    @Test
    void learningKnowsNumbersOnly() {
        classes()
                .that()
                .resideInAnyPackage("io.perennial.churn.learning", "io.perennial.churn.table")
                .and()
                .haveSimpleNameNotStartingWith("TribuoTrainer")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "io.perennial.churn.model",
                        "io.perennial.churn.evaluation",
                        "io.perennial.churn.learning",
                        "io.perennial.churn.table")
                .check(CHURN);
    }

    @Test
    void onlyStoresSpeakSql() {
        noClasses()
                .that()
                .resideInAPackage("io.perennial.churn..")
                .and()
                .haveSimpleNameNotEndingWith("Store")
                .and()
                .haveSimpleNameNotEndingWith("Subscriptions")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.jdbc..")
                .check(CHURN);
    }

    @Test
    void theTrainerKnowsNoSpring() {
        noClasses()
                .that(simpleNameEndingWith("Trainer").or(simpleNameEndingWith("Evaluator")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "tools.jackson..", "org.apache.kafka..")
                .check(CHURN);
    }

    @Test
    void theJvmThatTrainsNeedsNoSpringAndNoDatabase() {
        noClasses()
                .that()
                .haveSimpleName("TrainingProgram")
                .should()
                .transitivelyDependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "org.apache.kafka..")
                .check(CHURN);
    }

    @Test
    void onlyTheTrainerKnowsTribuo() {
        noClasses()
                .that()
                .haveSimpleNameNotStartingWith("TribuoTrainer")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.tribuo..")
                .check(CHURN);
    }
}
