package io.perennial.recommendation.attribution;

import io.perennial.common.job.LeaderLock;
import java.time.Clock;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets outcomes that are past their retention. */
@Component
class AttributionSchedule {

    private final OutcomeStore store;
    private final AttributionProperties properties;
    private final LeaderLock leader;
    private final Clock clock;

    AttributionSchedule(OutcomeStore store, AttributionProperties properties, LeaderLock leader, Clock clock) {
        this.store = store;
        this.properties = properties;
        this.leader = leader;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${perennial.recommendation.attribution.purge-interval:1h}",
            fixedDelayString = "${perennial.recommendation.attribution.purge-interval:1h}")
    void purge() {
        Instant now = clock.instant();
        leader.runIfLeader(
                "recommendation-attribution-purge",
                () -> store.purge(
                        now.minus(properties.retention()),
                        now.minus(properties.shopperRetention()),
                        now.minus(properties.dayRetention())));
    }
}
