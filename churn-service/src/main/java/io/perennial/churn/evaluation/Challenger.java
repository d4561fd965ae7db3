package io.perennial.churn.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another kind of model on the same split; it does not serve.
 *
 * @param scale what its importances are in, "log-odds" or "probability"; null in reports of before there were any
 * @param importance of each feature on some of the later window's shoppers, the greatest first; empty where the scale is null
 */
public record Challenger(
        String name, Interval auc, double logLoss, @Nullable String scale, List<Importance> importance) {

    public Challenger {
        importance = importance == null ? List.of() : List.copyOf(importance);
    }
}
