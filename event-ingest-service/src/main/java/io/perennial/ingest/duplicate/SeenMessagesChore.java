package io.perennial.ingest.duplicate;

import io.perennial.common.job.LeaderLock;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what fell out of the window, a portion at a time, on one replica. */
@Component
class SeenMessagesChore {

    private final SeenMessages seen;
    private final LeaderLock leader;

    SeenMessagesChore(SeenMessages seen, LeaderLock leader) {
        this.seen = seen;
        this.leader = leader;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forgetOld() {
        leader.runIfLeader("ingest-seen-messages", () -> {
            int forgotten = seen.prune();
            while (forgotten > 0) {
                forgotten = seen.prune();
            }
        });
    }
}
