package io.perennial.recommendation.experiment;

import io.perennial.recommendation.attribution.ArmMoments;
import io.perennial.recommendation.attribution.Outcomes;
import io.perennial.recommendation.experiment.Experiment.Allocation;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Makes experiments' reports of what is committed now. */
@Service
class ExperimentReports {

    private static final int MOST_LOGGED = 200_000;

    private final Outcomes outcomes;
    private final Clock clock;

    ExperimentReports(Outcomes outcomes, Clock clock) {
        this.outcomes = outcomes;
        this.clock = clock;
    }

    ExperimentReport of(Experiment experiment) {
        Instant now = clock.instant();
        if (experiment.allocation() == Allocation.THOMPSON) {
            return ExperimentReport.of(
                    experiment,
                    BanditReport.of(
                            experiment,
                            outcomes.arms(experiment.name()),
                            outcomes.logged(experiment.name(), now, MOST_LOGGED)),
                    now);
        }
        Map<String, ArmMoments> moments = new LinkedHashMap<>();
        outcomes.moments(experiment.name()).forEach(arm -> moments.put(arm.arm(), arm));
        return ExperimentReport.of(experiment, moments, now);
    }
}
