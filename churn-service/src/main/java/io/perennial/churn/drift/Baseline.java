package io.perennial.churn.drift;

import io.perennial.churn.evaluation.Importance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shoppers a model was made for, as they were when it was trained or last held against a challenger: what drift is measured
 * against.
 *
 * @param asOf of that training, not of its windows: tenure and the like grow by themselves meanwhile
 * @param window how far before it the moments lie as of which they were asked about; zero: as of that time itself; null where an older
 *     version knew nothing else
 * @param features by name, in the feature's unit
 * @param scores probabilities
 * @param importance of each feature on the later window, the greatest first
 */
public record Baseline(
        Instant asOf,
        @Nullable Duration window,
        int shoppers,
        Map<String, Sketch> features,
        Sketch scores,
        List<Importance> importance) {

    /** Of each feature and of the scores; a PSI is taken over as many. */
    public static final int BINS = 20;

    /** Whether these were asked about in as long a time: else they cannot be compared with. */
    public boolean isOf(Duration length) {
        return length.equals(window == null ? Duration.ZERO : window);
    }
}
