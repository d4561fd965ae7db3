package io.perennial.recommendation.model;

import io.perennial.recommendation.job.Worker;
import jakarta.annotation.PreDestroy;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks for new models, and keeps training going. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ModelSchedule {

    private final Models models;
    private final TrainingJobs jobs;
    private final Worker trainer = new Worker("training");
    private final Worker blender = new Worker("blend-training");
    private final Worker judge = new Worker("ranker-training");

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
        for (TrainingJob.Kind kind : TrainingJob.Kind.values()) {
            jobs.queueIfDue(kind);
        }
    }

    @Scheduled(fixedDelayString = "${perennial.recommendation.model.job-check:500ms}")
    void work() {
        trainer.offer(() -> jobs.work(TrainingJob.Kind.MODELS));
        blender.offer(() -> jobs.work(TrainingJob.Kind.BLEND));
        judge.offer(() -> jobs.work(TrainingJob.Kind.RANKER));
    }

    @PreDestroy
    void stop() {
        trainer.close();
        blender.close();
        judge.close();
    }
}
