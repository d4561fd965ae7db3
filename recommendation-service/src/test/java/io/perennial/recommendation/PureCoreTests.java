package io.perennial.recommendation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;

@AnalyzeClasses(packages = "io.perennial.recommendation", importOptions = ImportOption.DoNotIncludeTests.class)
class PureCoreTests {

    private static final Pattern SHELL =
            Pattern.compile(".*(Store|Controller|Properties|Configuration|Metrics|Schedule|Application)(\\$.*)?");
    private static final Pattern FACADES = Pattern.compile(
            ".*\\.(ArtefactIntake|Catalog|CatalogFeed|Histories|Shoppers|Models|Placements|Recommender|ModelsTraining|ModelsLearner|TrainingData"
                    + "|TrainingJobs|TrainingJob|EventIntake|Provenance|Contents|Orders|OrderData|Sessions|Erasure"
                    + "|BlendTraining|BlendProvenance|Visits|Consents|PlacementSettings|RequestWords|TrainingRequests|RecommendationIds|Attribution|Outcomes|AnswerIds"
                    + "|Experiments|ExperimentReports|ExperimentReport|ExperimentReader|Experiment|Metric|DemandJobs|Demands|ClickLog|RankerTraining|RankerProvenance)(\\$.*)?");

    private static final DescribedPredicate<JavaClass> PURE = DescribedPredicate.describe(
            "are neither shell nor façade",
            type -> !SHELL.matcher(type.getName()).matches()
                    && !FACADES.matcher(type.getName()).matches());

    @ArchTest
    static final ArchRule modelsAndScorersArePure = noClasses()
            .that()
            .resideInAnyPackage(
                    "..neighbours..",
                    "..alike..",
                    "..ranker..",
                    "..popularity..",
                    "..repurchase..",
                    "..sparse..",
                    "..bandit..",
                    "..offpolicy..",
                    "..forecast..",
                    "..statistics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "tools.jackson..", "com.fasterxml..", "java.sql..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule whatDecidesIsPure = noClasses()
            .that(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "tools.jackson..", "com.fasterxml..", "java.sql..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule onlyStoresSpeakSql = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Store")
            .and()
            .haveSimpleNameNotEndingWith("Configuration")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.jdbc.core.simple.JdbcClient");
}
