package io.perennial.recommendation.model;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks for new models, and keeps training going in a thread of its own, so that it delays nothing else. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ModelSchedule {

    private final Models models;
    private final TrainingJobs jobs;
    private final ExecutorService trainer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("training").factory());
    private final AtomicBoolean busy = new AtomicBoolean();

    ModelSchedule(Models models, TrainingJobs jobs) {
        this.models = models;
        this.jobs = jobs;
    }

    @Scheduled(fixedDelayString = "${perennial.recommendation.model.poll-interval:2s}")
    void poll() {
        models.poll();
    }

    @Scheduled(fixedDelayString = "${perennial.recommendation.model.due-check:5s}")
    void queueIfDue() {
        jobs.queueIfDue();
    }

    @Scheduled(fixedDelayString = "${perennial.recommendation.model.job-check:500ms}")
    void work() {
        if (busy.compareAndSet(false, true)) {
            trainer.execute(() -> {
                try {
                    jobs.work();
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    @PreDestroy
    void stop() {
        trainer.shutdownNow();
    }
}
