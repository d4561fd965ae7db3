package io.perennial.churn.refresh;

import io.perennial.churn.history.Shoppers;
import io.perennial.churn.model.ModelRegistry;
import io.perennial.churn.model.ServingModel;
import io.perennial.churn.scoring.Cause;
import io.perennial.churn.scoring.Scores;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.job.LeaderLock;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Scores everybody: soon after a model is published, and on the clock. One replica at a time. */
@Component
class Rescorer {

    private static final Logger LOG = LoggerFactory.getLogger(Rescorer.class);
    private static final String JOB = "churn-rescore";

    private final Shoppers shoppers;
    private final ModelRegistry models;
    private final Scores scores;
    private final LeaderLock leader;
    private final Clock clock;

    Rescorer(Shoppers shoppers, ModelRegistry models, Scores scores, LeaderLock leader, Clock clock) {
        this.shoppers = shoppers;
        this.models = models;
        this.scores = scores;
        this.leader = leader;
        this.clock = clock;
    }

    /** With a model that has not scored everybody yet: also one whose leader died on the way. */
    @Scheduled(fixedDelayString = "${perennial.churn.refresh.pending-interval}")
    void afterPublication() {
        ServingModel model = models.current();
        if (model != null && !models.scored(model)) {
            leader.runIfLeader(JOB, () -> {
                if (!models.scored(model)) {
                    everybody(model, Cause.MODEL);
                    models.markScored(model, clock.instant());
                }
            });
        }
    }

    @Scheduled(
            fixedRateString = "${perennial.churn.refresh.interval}",
            initialDelayString = "${perennial.churn.refresh.interval}")
    void onTheClock() {
        ServingModel model = models.current();
        if (model != null) {
            leader.runIfLeader(JOB, () -> everybody(model, Cause.CLOCK));
        }
    }

    private void everybody(ServingModel model, Cause cause) {
        Instant started = clock.instant();
        Set<ProfileId> visited =
                shoppers.forEachBuyerHeld(page -> scores.refresh(model, page, clock.instant(), Set.of(), cause));
        scores.withdrawOthers(started, visited);
        LOG.info("Scored {} shoppers with {} because of the {}", visited.size(), model.id(), cause.name());
    }
}
