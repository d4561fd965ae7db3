package io.perennial.recommendation.experiment;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps this replica's experiments and posteriors fresh. */
@Component
class ExperimentSchedule {

    private final Experiments experiments;

    ExperimentSchedule(Experiments experiments) {
        this.experiments = experiments;
    }

    @Scheduled(fixedDelayString = "${perennial.recommendation.experiment.poll-interval:2s}")
    void poll() {
        experiments.poll();
    }
}
