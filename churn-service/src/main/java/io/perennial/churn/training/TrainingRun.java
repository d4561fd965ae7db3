package io.perennial.churn.training;

import io.perennial.churn.drift.Baseline;
import io.perennial.churn.label.Target;
import io.perennial.churn.label.TimeSplit;
import io.perennial.churn.model.Champions;
import io.perennial.churn.model.Comparison;
import io.perennial.churn.model.ModelArtefact;
import io.perennial.churn.model.ModelRegistry;
import io.perennial.churn.model.Provenance;
import io.perennial.churn.model.ServingModel;
import io.perennial.churn.training.TrainingOutcome.Refused;
import io.perennial.churn.training.TrainingOutcome.Trained;
import io.perennial.common.job.ChildJvm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does one training job: has the consenting shoppers learnt from in a JVM of its own, and keeps the model, as champion where it is
 * better, or says why there is none.
 */
@Component
class TrainingRun {

    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    /** Where too few shoppers have come back to say. */
    private static final int UNKNOWN_RHYTHM_DAYS = 90;

    private final TrainingExport export;
    private final ChildJvm child;
    private final ModelRegistry models;
    private final Champions champions;
    private final TrainingJobStore jobs;
    private final TrainingProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TrainingRun(
            TrainingExport export,
            ModelRegistry models,
            Champions champions,
            TrainingJobStore jobs,
            TrainingProperties properties,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.export = export;
        this.child = new ChildJvm(properties.heap(), properties.timeout());
        this.models = models;
        this.champions = champions;
        this.jobs = jobs;
        this.properties = properties;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Throws IllegalStateException where the child fails, is killed or takes too long: who serves goes on serving. */
    TrainingJob.State run(TrainingJob job) {
        jobs.started(job.id(), clock.instant());
        TrainingFolder folder = TrainingFolder.create();
        try {
            int horizonDays = horizonDays(job);
            jobs.horizon(job.id(), horizonDays);
            Snapshot present = export.write(job, Duration.ofDays(horizonDays), folder.shoppers());
            return switch (trained(folder)) {
                case Refused refused -> refuse(job, refused);
                case Trained trained ->
                    keep(job, TrainingDataReader.readEvaluation(folder.shoppers()), present, trained);
            };
        } finally {
            folder.delete();
        }
    }

    /** As asked for, as the target has it, as configured, or as the shop's shoppers order. */
    private int horizonDays(TrainingJob job) {
        Duration own = job.target().horizon();
        if (own != null) {
            return (int) own.toDays();
        }
        Integer asked = job.horizonDays() != null ? job.horizonDays() : properties.horizonDays();
        if (asked != null) {
            return asked;
        }
        ServingModel champion = models.current(job.target());
        return export.interPurchaseTimes(job.asOf())
                .horizonDays(champion == null ? null : (Integer) champion.horizonDays())
                .orElse(UNKNOWN_RHYTHM_DAYS);
    }

    private TrainingOutcome trained(TrainingFolder folder) {
        child.run(TrainingProgram.class, TrainingProgram.words(folder, properties.settings()), folder.log());
        return OutcomeFile.read(folder.outcome());
    }

    private TrainingJob.State refuse(TrainingJob job, Refused refused) {
        jobs.ended(job.id(), TrainingJob.State.REFUSED, clock.instant(), refused.reason(), refused.detail());
        return TrainingJob.State.REFUSED;
    }

    private TrainingJob.State keep(TrainingJob job, TrainingData later, Snapshot present, Trained trained) {
        ModelArtefact artefact = artefact(job, later, trained);
        models.look();
        Baseline baseline = present.baseline(trained.model(), later.evaluation(), properties.seed());
        ServingModel champion = models.current(job.target());
        Comparison comparison = SideBySide.of(champion, trained, later, properties.settings());
        TrainingJob.State state = Objects.requireNonNull(transaction.execute(status -> {
            if (champions.register(artefact, comparison, baseline)) {
                jobs.published(job.id(), clock.instant(), artefact.id());
                return TrainingJob.State.PUBLISHED;
            }
            if (champion != null && comparison != null) {
                champions.confirm(
                        champion.id(), present.baseline(champion.linear(), later.evaluation(), properties.seed()));
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

    private ModelArtefact artefact(TrainingJob job, TrainingData later, Trained trained) {
        Instant now = clock.instant();
        Target target = job.target();
        TimeSplit split = later.split();
        String id = job.target().wire() + "-" + ID_TIME.format(now) + "-"
                + job.id().toString().substring(0, 8);
        return new ModelArtefact(
                id,
                now,
                new Provenance(
                        job.asOf(),
                        (int) split.horizon().toDays(),
                        split.training(),
                        split.evaluation(),
                        trained.rows(),
                        trained.shoppers(),
                        properties.seed(),
                        properties.steps(),
                        trained.penalty().strength(),
                        target.features().hash(),
                        trained.recalibration(),
                        trained.trainer(),
                        codeVersion(),
                        later.treated(),
                        properties.balanced(),
                        target.wire()),
                trained.model().coefficients(target.features().columns()),
                trained.report());
    }

    private static String codeVersion() {
        String version = TrainingRun.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
