package io.perennial.ingest.rejected;

import io.perennial.common.job.LeaderLock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets rejected events that have grown old, a portion at a time, on one replica. */
@Component
class RejectedEventChore {

    private final RejectedEventStore events;
    private final LeaderLock leader;
    private final Duration retention;

    RejectedEventChore(
            RejectedEventStore events,
            LeaderLock leader,
            @Value("${perennial.ingest.rejected.retention}") Duration retention) {
        this.events = events;
        this.leader = leader;
        this.retention = retention;
    }

    @Scheduled(initialDelay = 11, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forgetOld() {
        leader.runIfLeader("ingest-rejected-events", () -> {
            int forgotten = events.prune(retention);
            while (forgotten > 0) {
                forgotten = events.prune(retention);
            }
        });
    }
}
