package io.perennial.churn.watch;

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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks after the serving model on the clock, one replica at a time, and has it trained anew where it drifts. */
@Component
public class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration LONGEST_OUTCOME = Duration.ofDays(800);

    private final Shoppers shoppers;
    private final Consents consents;
    private final ModelRegistry models;
    private final Treatments treatments;
    private final Trainings trainings;
    private final ScoreLogStore log;
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
            ScoreLogStore log,
            WatchReportStore reports,
            WatchProperties properties,
            LeaderLock leader,
            Clock clock) {
        this.shoppers = shoppers;
        this.consents = consents;
        this.models = models;
        this.treatments = treatments;
        this.trainings = trainings;
        this.log = log;
        this.reports = reports;
        this.properties = properties;
        this.leader = leader;
        this.clock = clock;
    }

    /** Forgets the logged scores of profiles; returns how many there were. */
    public int erase(Collection<ProfileId> profiles) {
        return log.delete(profiles);
    }

    @Scheduled(
            fixedRateString = "${perennial.churn.watch.interval}",
            initialDelayString = "${perennial.churn.watch.interval}")
    void onTheClock() {
        look();
    }

    /** Looks now, unless another replica does or there is no model. */
    void look() {
        ServingModel model = models.current();
        if (model != null) {
            leader.runIfLeader("churn-watch", () -> look(model));
        }
    }

    @Nullable WatchReport latest() {
        return reports.latest();
    }

    private void look(ServingModel model) {
        Instant now = clock.instant();
        Duration horizon = Duration.ofDays(model.horizonDays());
        WatchSample sample = new WatchSample(model.linear(), now, horizon, properties.traits());
        shoppers.sampleBuyers(properties.maxShoppers(), page -> add(page, sample, now.minus(horizon)));
        log.log(now, properties.loggedScores());
        WatchReport report =
                properties.watcher().look(model.id(), now, sample, models.baseline(model.id()), published(now));
        reports.add(report);
        log.prune(now);
        treatments.forgetBefore(now.minus(LONGEST_OUTCOME));
        report.alerts().forEach(alert -> LOG.warn("{} {}: {}", alert.kind(), alert.name(), alert.text()));
        if (properties.retrainOnDrift() && (report.has(Kind.DRIFT) || report.has(Kind.CALIBRATION))) {
            trainings.becauseOfDrift();
        }
    }

    private void add(List<Shopper> page, WatchSample sample, Instant since) {
        List<ProfileId> profiles = page.stream().map(Shopper::profileId).toList();
        Map<ProfileId, ProfileState> states = consents.states(profiles);
        Map<ProfileId, List<Treatment>> treated = treatments.of(profiles, since);
        for (Shopper shopper : page) {
            ProfileState state = states.get(shopper.profileId());
            if (consents.allows(state)) {
                sample.add(shopper.history(), state, treated.getOrDefault(shopper.profileId(), List.of()));
            }
        }
    }

    private List<Outcome> published(Instant now) {
        List<ScoreLogStore.Logged> known = log.known(now);
        List<ProfileId> profiles =
                known.stream().map(ScoreLogStore.Logged::profileId).distinct().toList();
        Map<ProfileId, Shopper> byProfile = new HashMap<>();
        shoppers.ofProfiles(profiles).forEach(shopper -> byProfile.put(shopper.profileId(), shopper));
        Map<ProfileId, List<Treatment>> treated = treatments.of(profiles, now.minus(LONGEST_OUTCOME));
        List<Outcome> outcomes = new ArrayList<>();
        for (ScoreLogStore.Logged score : known) {
            Shopper shopper = byProfile.get(score.profileId());
            if (shopper != null) {
                Target.CHURN
                        .moment(shopper.history(), score.asOf(), score.asOf(), 0)
                        .ifPresent(asOf -> outcomes.add(new Outcome(
                                score.probability(),
                                Target.CHURN.outcome(shopper.history(), asOf, score.horizon()),
                                Treatment.weight(
                                        treated.getOrDefault(score.profileId(), List.of()), asOf, score.horizon()))));
            }
        }
        return outcomes;
    }
}
