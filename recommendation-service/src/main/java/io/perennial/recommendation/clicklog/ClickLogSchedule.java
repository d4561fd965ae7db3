package io.perennial.recommendation.clicklog;

import io.perennial.common.job.LeaderLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets shelves that are past their retention. */
@Component
class ClickLogSchedule {

    private final ClickLog log;
    private final LeaderLock leader;

    ClickLogSchedule(ClickLog log, LeaderLock leader) {
        this.log = log;
        this.leader = leader;
    }

    @Scheduled(
            initialDelayString = "${perennial.recommendation.click-log.purge-interval:1h}",
            fixedDelayString = "${perennial.recommendation.click-log.purge-interval:1h}")
    void purge() {
        leader.runIfLeader("recommendation-click-log-purge", log::purge);
    }
}
