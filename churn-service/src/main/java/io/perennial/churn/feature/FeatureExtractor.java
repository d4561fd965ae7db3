package io.perennial.churn.feature;

import io.perennial.churn.history.HistoryView;
import io.perennial.churn.history.ShopperHistory;
import java.time.Instant;
import java.util.Optional;

/** The one way from a shopper's history to feature values: training and serving both come through here. */
public final class FeatureExtractor {

    private FeatureExtractor() {}

    /** The shopper's features as of a time; nothing later enters. Empty where no order had been placed by then. */
    public static Optional<FeatureVector> extract(ShopperHistory history, Instant asOf) {
        return extract(history.asOf(asOf));
    }

    /** The features of a past as it stood; empty without an order. */
    public static Optional<FeatureVector> extract(HistoryView past) {
        if (past.orders().isEmpty()) {
            return Optional.empty();
        }
        double[] values = new double[Features.ALL.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Features.ALL.get(i).value().applyAsDouble(past);
        }
        return Optional.of(new FeatureVector(values));
    }
}
