package io.perennial.churn.watch;

import io.perennial.churn.drift.DailyFlow;
import io.perennial.churn.history.Shopper;
import io.perennial.churn.history.Shoppers;
import io.perennial.churn.label.Target;
import io.perennial.churn.model.ModelRegistry;
import io.perennial.churn.model.ServingModel;
import io.perennial.churn.scoring.Consents;
import io.perennial.churn.training.Trainings;
import io.perennial.churn.treatment.Treatment;
import io.perennial.churn.treatment.Treatments;
import io.perennial.churn.watch.WatchReport.Kind;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.job.LeaderLock;
import io.perennial.common.topic.ProfileState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks after the serving model of each target on the clock, one replica at a time, and has those trained anew that drift. */
@Component
public class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Shoppers shoppers;
    private final Consents consents;
    private final ModelRegistry models;
    private final Treatments treatments;
    private final Trainings trainings;
    private final PublishedScores published;
    private final WatchReportStore reports;
    private final WatchProperties properties;
    private final LeaderLock leader;
    private final Clock clock;

    Watch(
            Shoppers shoppers,
            Consents consents,
            ModelRegistry models,
            Treatments treatments,
            Trainings trainings,
            PublishedScores published,
            WatchReportStore reports,
            WatchProperties properties,
            LeaderLock leader,
            Clock clock) {
        this.shoppers = shoppers;
        this.consents = consents;
        this.models = models;
        this.treatments = treatments;
        this.trainings = trainings;
        this.published = published;
        this.reports = reports;
        this.properties = properties;
        this.leader = leader;
        this.clock = clock;
    }

    /** Forgets the logged scores of profiles; returns how many there were. */
    public int erase(Collection<ProfileId> profiles) {
        return published.erase(profiles);
    }

    @Scheduled(
            fixedRateString = "${perennial.churn.watch.interval}",
            initialDelayString = "${perennial.churn.watch.interval}")
    void onTheClock() {
        look();
    }

    /**
     * Looks at every target that has a model, unless another replica does so now.
     *
     * @throws IllegalStateException after all others were looked at, where a look failed
     */
    void look() {
        leader.runIfLeader("churn-watch", () -> {
            Instant now = clock.instant();
            boolean toldOfData = false; // once: the data are the shop's, not a model's
            List<RuntimeException> failures = new ArrayList<>();
            for (ServingModel model : serving()) {
                try {
                    look(model, now, toldOfData ? null : new DailyFlow(now));
                    toldOfData = true;
                } catch (RuntimeException e) {
                    failures.add(new IllegalStateException("Could not look after the model " + model.id(), e));
                }
            }
            published.prune(now);
            failures.stream().reduce(Watch::with).ifPresent(failure -> {
                throw failure;
            });
        });
    }

    private static RuntimeException with(RuntimeException first, RuntimeException another) {
        first.addSuppressed(another);
        return first;
    }

    /** What the last look found; null where there was none. */
    @Nullable WatchReport latest(Target target) {
        return reports.latest(target);
    }

    private List<ServingModel> serving() {
        return Arrays.stream(Target.values())
                .map(models::current)
                .filter(Objects::nonNull)
                .toList();
    }

    private void look(ServingModel model, Instant now, @Nullable DailyFlow flow) {
        Target target = model.target();
        WatchSample sample = new WatchSample(
                model.linear(),
                trainings.window(target, now),
                Duration.ofDays(model.horizonDays()),
                properties.traits());
        shoppers.sample(target.population(), properties.maxShoppers(), page -> add(page, sample, flow));
        if (target == Target.CHURN) {
            published.log(now);
        }
        WatchReport report = properties
                .watcher()
                .look(
                        model.id(),
                        sample,
                        models.baseline(model.id()),
                        flow == null ? List.of() : flow.checks(),
                        target == Target.CHURN ? published.outcomes(now) : List.of());
        reports.add(report);
        report.alerts()
                .forEach(alert -> LOG.warn("{}: {} {}: {}", target.wire(), alert.kind(), alert.name(), alert.text()));
        if (properties.retrainOnDrift() && (report.has(Kind.DRIFT) || report.has(Kind.CALIBRATION))) {
            trainings.becauseOfDrift(target);
        }
    }

    private void add(List<Shopper> page, WatchSample sample, @Nullable DailyFlow flow) {
        List<ProfileId> profiles = page.stream().map(Shopper::profileId).toList();
        Map<ProfileId, ProfileState> states = consents.states(profiles);
        Map<ProfileId, List<Treatment>> treated =
                sample.target().changedByContact() ? treatments.of(profiles, sample.earliest()) : Map.of();
        for (Shopper shopper : page) {
            ProfileState state = states.get(shopper.profileId());
            if (consents.allows(state)) {
                sample.add(
                        shopper.profileId(),
                        shopper.history(),
                        state,
                        treated.getOrDefault(shopper.profileId(), List.of()));
                if (flow != null) {
                    flow.add(shopper.history().asOf(sample.at()));
                }
            }
        }
    }
}
