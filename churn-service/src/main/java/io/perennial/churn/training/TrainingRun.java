package io.perennial.churn.training;

import io.perennial.churn.feature.Features;
import io.perennial.churn.history.Shopper;
import io.perennial.churn.history.Shoppers;
import io.perennial.churn.label.TimeSplit;
import io.perennial.churn.model.ModelArtefact;
import io.perennial.churn.model.ModelRegistry;
import io.perennial.churn.model.Provenance;
import io.perennial.churn.scoring.Consents;
import io.perennial.churn.training.TrainingOutcome.Refused;
import io.perennial.churn.training.TrainingOutcome.Trained;
import io.perennial.common.identity.ProfileId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does one training job: gathers the consenting shoppers, trains, and publishes or says why not. */
@Component
class TrainingRun {

    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    private final Shoppers shoppers;
    private final Consents consents;
    private final ModelRegistry models;
    private final TrainingJobStore jobs;
    private final TrainingProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TrainingRun(
            Shoppers shoppers,
            Consents consents,
            ModelRegistry models,
            TrainingJobStore jobs,
            TrainingProperties properties,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.shoppers = shoppers;
        this.consents = consents;
        this.models = models;
        this.jobs = jobs;
        this.properties = properties;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    TrainingJob.State run(TrainingJob job) {
        jobs.started(job.id(), clock.instant());
        TrainingData data = gather(job);
        return switch (ModelTrainer.run(data, properties.settings())) {
            case Refused refused -> {
                jobs.ended(job.id(), TrainingJob.State.REFUSED, clock.instant(), refused.reason(), refused.detail());
                yield TrainingJob.State.REFUSED;
            }
            case Trained trained -> {
                publish(job, data.split(), trained);
                yield TrainingJob.State.PUBLISHED;
            }
        };
    }

    private TrainingData gather(TrainingJob job) {
        TrainingData data = new TrainingData(TimeSplit.endingAt(
                job.asOf(), Duration.ofDays(job.horizonDays()), properties.snapshots(), properties.snapshotStep()));
        double share = (double) properties.maxShoppers() / Math.max(1, shoppers.buyerCount());
        shoppers.forEachBuyer(page -> {
            List<Shopper> sampled = page.stream()
                    .filter(shopper -> sampled(shopper.profileId(), share))
                    .toList();
            Set<ProfileId> consenting =
                    consents.consenting(sampled.stream().map(Shopper::profileId).toList());
            for (Shopper shopper : sampled) {
                if (consenting.contains(shopper.profileId())) {
                    data.add(shopper.profileId(), shopper.history());
                }
            }
        });
        return data;
    }

    /** The same shoppers each time, since ids are hashes. */
    private static boolean sampled(ProfileId profile, double share) {
        return Integer.toUnsignedLong((int) profile.value().getLeastSignificantBits()) < share * 0x1.0p32;
    }

    private void publish(TrainingJob job, TimeSplit split, Trained trained) {
        Instant now = clock.instant();
        String id = "churn-" + ID_TIME.format(now) + "-" + job.id().toString().substring(0, 8);
        ModelArtefact artefact = new ModelArtefact(
                id,
                now,
                new Provenance(
                        job.asOf(),
                        job.horizonDays(),
                        split.training(),
                        split.evaluation(),
                        trained.rows(),
                        trained.shoppers(),
                        properties.seed(),
                        properties.steps(),
                        trained.penalty().strength(),
                        Features.HASH,
                        trained.recalibration(),
                        trained.trainer(),
                        codeVersion()),
                trained.model().coefficients(Features.COLUMNS),
                trained.report());
        transaction.executeWithoutResult(status -> {
            models.publish(artefact);
            jobs.published(job.id(), clock.instant(), id);
        });
        models.look();
    }

    private static String codeVersion() {
        String version = TrainingRun.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
