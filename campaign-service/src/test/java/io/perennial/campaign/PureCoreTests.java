package io.perennial.campaign;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PureCoreTests {

    private static final String[] TECHNOLOGY = {
        "org.springframework..", "tools.jackson..", "java.sql..", "javax.sql..", "org.apache.kafka..", "jakarta.."
    };

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.perennial.campaign");

    @Test
    void theExperimentIsPure() {
        noClasses()
                .that()
                .resideInAnyPackage("..campaign.experiment..", "..campaign.input..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TECHNOLOGY)
                .check(MAIN);
    }

    @Test
    void rulesAndStatisticsArePure() {
        noClasses()
                .that()
                .haveNameMatching(
                        ".*\\.(DecisionPolicy|Verdict|History|Candidate|Campaign|CampaignReader|TriggerReader|"
                                + "ActionReader|EventPattern|Trigger|Action|Reentry|Treatment|Placeholders|Template|FrequencyCap|"
                                + "Standing|Shopper|Waiting|WaitBook|CampaignMatcher|TriggerReading|EventFacts|Intervals|Arm|"
                                + "Backoff|WebhookSignature|PrivateAddresses|CouponCodes|Purchase)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TECHNOLOGY)
                .check(MAIN);
    }

    @Test
    void nobodyAsksTheSystemForTheTime() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.lang.System.class, "currentTimeMillis")
                .check(MAIN);
    }
}
