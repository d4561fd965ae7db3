package io.perennial.churn.watch;

import io.perennial.churn.history.Shopper;
import io.perennial.churn.history.Shoppers;
import io.perennial.churn.label.Target;
import io.perennial.churn.treatment.Treatment;
import io.perennial.churn.treatment.Treatments;
import io.perennial.common.identity.ProfileId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Scores as published, and what came of them: churn's alone, since no others are published. */
@Component
class PublishedScores {

    private static final Duration LONGEST_OUTCOME = Duration.ofDays(800);

    private final ScoreLogStore log;
    private final Shoppers shoppers;
    private final Treatments treatments;
    private final WatchProperties properties;

    PublishedScores(ScoreLogStore log, Shoppers shoppers, Treatments treatments, WatchProperties properties) {
        this.log = log;
        this.shoppers = shoppers;
        this.treatments = treatments;
        this.properties = properties;
    }

    /** Notes a sample of those that stand now, once a day. */
    void log(Instant now) {
        log.log(now, properties.loggedScores());
    }

    /** Of those whose outcome has lately become known. */
    List<Outcome> outcomes(Instant now) {
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
                                        Target.CHURN,
                                        treated.getOrDefault(score.profileId(), List.of()),
                                        asOf,
                                        score.horizon()))));
            }
        }
        return outcomes;
    }

    /** Drops scores, and campaigns' decisions, that no outcome is held against any more. */
    void prune(Instant now) {
        log.prune(now);
        treatments.forgetBefore(now.minus(LONGEST_OUTCOME));
    }

    /** Forgets those of profiles; returns how many there were. */
    int erase(Collection<ProfileId> profiles) {
        return log.delete(profiles);
    }
}
