package io.perennial.recommendation.model;

import org.springframework.stereotype.Component;

/** Asks for a training from within the service. */
@Component
public class TrainingRequests {

    private final TrainingJobs jobs;

    TrainingRequests(TrainingJobs jobs) {
        this.jobs = jobs;
    }

    /** One that sees what is committed when it begins; where one waits already, that is the one. */
    public void request() {
        jobs.request();
    }
}
