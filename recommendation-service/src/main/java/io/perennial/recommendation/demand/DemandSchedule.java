package io.perennial.recommendation.demand;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps demand up to date in a thread of its own, so that it delays nothing else. */
@Component
class DemandSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(DemandSchedule.class);

    private final DemandJobs jobs;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("demand").factory());
    private final AtomicBoolean busy = new AtomicBoolean();

    DemandSchedule(DemandJobs jobs) {
        this.jobs = jobs;
    }

    @Scheduled(
            initialDelayString = "${perennial.recommendation.demand.check:1m}",
            fixedDelayString = "${perennial.recommendation.demand.check:1m}")
    void work() {
        if (busy.compareAndSet(false, true)) {
            worker.execute(() -> {
                try {
                    jobs.work();
                } catch (RuntimeException e) {
                    LOG.error("Demand could not be brought up to date; it is tried again", e);
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
