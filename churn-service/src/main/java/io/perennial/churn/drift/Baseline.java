package io.perennial.churn.drift;

import io.perennial.churn.evaluation.Importance;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The shoppers a model was made for, as they were when it was trained or last held against a challenger: what drift is measured
 * against.
 *
 * @param asOf of that training, not of its windows: tenure and the like grow by themselves meanwhile
 * @param features by name, in the feature's unit
 * @param scores probabilities
 * @param importance of each feature on the later window, the greatest first
 */
public record Baseline(
        Instant asOf, int shoppers, Map<String, Sketch> features, Sketch scores, List<Importance> importance) {

    /** Of each feature and of the scores; a PSI is taken over as many. */
    public static final int BINS = 20;
}
