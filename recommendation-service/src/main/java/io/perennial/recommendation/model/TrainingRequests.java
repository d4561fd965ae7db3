package io.perennial.recommendation.model;

import org.springframework.stereotype.Component;

/** Asks for trainings from within the service. */
@Component
public class TrainingRequests {

    private final TrainingJobs jobs;

    TrainingRequests(TrainingJobs jobs) {
        this.jobs = jobs;
    }

    /**
     * One of each kind that learns from shoppers' histories, which sees what is committed when it begins; where one waits already, that
     * is the one.
     */
    public void request() {
        jobs.request(TrainingJob.Kind.MODELS);
        jobs.request(TrainingJob.Kind.BLEND);
    }
}
