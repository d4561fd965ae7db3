package io.perennial.recommendation.demand;

import io.perennial.recommendation.job.Worker;
import jakarta.annotation.PreDestroy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps demand up to date. */
@Component
class DemandSchedule {

    private final DemandJobs jobs;
    private final Worker worker = new Worker("demand");

    DemandSchedule(DemandJobs jobs) {
        this.jobs = jobs;
    }

    @Scheduled(
            initialDelayString = "${perennial.recommendation.demand.check:1m}",
            fixedDelayString = "${perennial.recommendation.demand.check:1m}")
    void work() {
        worker.offer(jobs::work);
    }

    @PreDestroy
    void stop() {
        worker.close();
    }
}
