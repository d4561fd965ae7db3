package io.perennial.recommendation.attribution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What came of recommendations so far, as committed. */
@Service
public class Outcomes {

    private final OutcomeReadStore store;

    Outcomes(OutcomeReadStore store) {
        this.store = store;
    }

    /** Sums by day (both ends in) and way of answering, newest day first; null: any placement. */
    public Map<TallyKey, Tally> days(LocalDate from, LocalDate to, @Nullable String placement, int most) {
        return store.days(from, to, placement, most);
    }

    /** Sums of an experiment by arm; arms without any are missing. */
    public Map<String, Tally> arms(String experiment) {
        return store.arms(experiment);
    }

    /** Sums over the shoppers of each arm. */
    public List<ArmMoments> moments(String experiment) {
        return store.moments(experiment);
    }

    /** The newest recommendations of an experiment made before a time, with what has come of them so far; at most as many as still kept. */
    public List<LoggedOutcome> logged(String experiment, Instant before, int most) {
        return store.logged(experiment, before, most);
    }
}
