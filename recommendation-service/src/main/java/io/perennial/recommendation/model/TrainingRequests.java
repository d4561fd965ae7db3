package io.perennial.recommendation.model;

import org.springframework.stereotype.Component;

/** Asks for trainings from within the service. */
@Component
public class TrainingRequests {

    private final TrainingJobs jobs;

    TrainingRequests(TrainingJobs jobs) {
        this.jobs = jobs;
    }

    /** One of each kind that sees what is committed when it begins; where one waits already, that is the one. */
    public void request() {
        for (TrainingJob.Kind kind : TrainingJob.Kind.values()) {
            jobs.request(kind);
        }
    }
}
