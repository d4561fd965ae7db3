package io.perennial.churn.training;

import io.perennial.churn.drift.Baseline;
import io.perennial.churn.feature.Features;
import io.perennial.churn.history.Shopper;
import io.perennial.churn.history.Shoppers;
import io.perennial.churn.label.TimeSplit;
import io.perennial.churn.model.Champions;
import io.perennial.churn.model.Comparison;
import io.perennial.churn.model.ModelArtefact;
import io.perennial.churn.model.ModelRegistry;
import io.perennial.churn.model.Provenance;
import io.perennial.churn.model.ServingModel;
import io.perennial.churn.scoring.Consents;
import io.perennial.churn.training.TrainingOutcome.Refused;
import io.perennial.churn.training.TrainingOutcome.Trained;
import io.perennial.churn.treatment.Treatment;
import io.perennial.churn.treatment.Treatments;
import io.perennial.common.identity.ProfileId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does one training job: gathers the consenting shoppers, trains, and keeps the model, as champion where it is better, or says why there is none. */
@Component
class TrainingRun {

    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    private final Shoppers shoppers;
    private final Consents consents;
    private final Treatments treatments;
    private final ModelRegistry models;
    private final Champions champions;
    private final TrainingJobStore jobs;
    private final TrainingProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TrainingRun(
            Shoppers shoppers,
            Consents consents,
            Treatments treatments,
            ModelRegistry models,
            Champions champions,
            TrainingJobStore jobs,
            TrainingProperties properties,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.shoppers = shoppers;
        this.consents = consents;
        this.treatments = treatments;
        this.models = models;
        this.champions = champions;
        this.jobs = jobs;
        this.properties = properties;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    TrainingJob.State run(TrainingJob job) {
        jobs.started(job.id(), clock.instant());
        Snapshot present = new Snapshot(job.asOf());
        TrainingData data = gather(job, present);
        return switch (ModelTrainer.run(data, properties.settings())) {
            case Refused refused -> {
                jobs.ended(job.id(), TrainingJob.State.REFUSED, clock.instant(), refused.reason(), refused.detail());
                yield TrainingJob.State.REFUSED;
            }
            case Trained trained -> keep(job, data, present, trained);
        };
    }

    private TrainingData gather(TrainingJob job, Snapshot present) {
        TrainingData data = new TrainingData(TimeSplit.endingAt(
                job.asOf(), Duration.ofDays(job.horizonDays()), properties.snapshots(), properties.snapshotStep()));
        double share = (double) properties.maxShoppers() / Math.max(1, shoppers.buyerCount());
        shoppers.forEachBuyer(page -> {
            List<Shopper> sampled = page.stream()
                    .filter(shopper -> sampled(shopper.profileId(), share))
                    .toList();
            List<ProfileId> profiles = sampled.stream().map(Shopper::profileId).toList();
            Set<ProfileId> consenting = consents.consenting(profiles);
            Map<ProfileId, List<Treatment>> treated =
                    treatments.of(profiles, data.split().earliest());
            for (Shopper shopper : sampled) {
                if (consenting.contains(shopper.profileId())) {
                    data.add(
                            shopper.profileId(),
                            shopper.history(),
                            treated.getOrDefault(shopper.profileId(), List.of()));
                    present.add(shopper.history());
                }
            }
        });
        return data;
    }

    /** The same shoppers each time, since ids are hashes. */
    private static boolean sampled(ProfileId profile, double share) {
        return Integer.toUnsignedLong((int) profile.value().getLeastSignificantBits()) < share * 0x1.0p32;
    }

    private TrainingJob.State keep(TrainingJob job, TrainingData data, Snapshot present, Trained trained) {
        ModelArtefact artefact = artefact(job, data, trained);
        models.look();
        Baseline baseline = present.baseline(trained.model(), data.evaluation(), properties.seed());
        ServingModel champion = models.current();
        Comparison comparison = SideBySide.of(champion, trained, data, properties.settings());
        TrainingJob.State state = Objects.requireNonNull(transaction.execute(status -> {
            if (champions.register(artefact, comparison, baseline)) {
                jobs.published(job.id(), clock.instant(), artefact.id());
                return TrainingJob.State.PUBLISHED;
            }
            if (champion != null && comparison != null) {
                champions.confirm(
                        champion.id(), present.baseline(champion.linear(), data.evaluation(), properties.seed()));
            }
            jobs.challenges(job.id(), clock.instant(), artefact.id(), reason(comparison), detail(comparison));
            return TrainingJob.State.CHALLENGER;
        }));
        models.look();
        return state;
    }

    private static String reason(@Nullable Comparison comparison) {
        return comparison == null ? "another-horizon" : "not-better-than-champion";
    }

    private static String detail(@Nullable Comparison comparison) {
        return comparison == null
                ? "The champion answers for another horizon, so the two cannot be compared; promote the new one by a call, with a reason"
                : String.format(
                        Locale.ROOT,
                        "On %d later shoppers its log-loss is %.4f, that of %s %.4f: it is kept as a challenger",
                        comparison.shoppers(),
                        comparison.challengerLogLoss(),
                        comparison.champion(),
                        comparison.championLogLoss());
    }

    private ModelArtefact artefact(TrainingJob job, TrainingData data, Trained trained) {
        Instant now = clock.instant();
        TimeSplit split = data.split();
        String id = "churn-" + ID_TIME.format(now) + "-" + job.id().toString().substring(0, 8);
        return new ModelArtefact(
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
                        codeVersion(),
                        data.treated(),
                        properties.balanced()),
                trained.model().coefficients(Features.COLUMNS),
                trained.report());
    }

    private static String codeVersion() {
        String version = TrainingRun.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
