package io.perennial.churn.training;

import io.perennial.churn.drift.Baseline;
import io.perennial.churn.drift.Sketch;
import io.perennial.churn.evaluation.Importance;
import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.feature.FeatureSet;
import io.perennial.churn.feature.FeatureVector;
import io.perennial.churn.history.ShopperHistory;
import io.perennial.churn.model.LinearModel;
import io.perennial.churn.scoring.Scorer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shoppers as of the training's own time, which need no label: what the model is for. */
final class Snapshot {

    /** Enough for sketches and intervals. */
    static final int MOST = 20_000;

    private static final int RESAMPLES = 200;

    private final FeatureSet features;
    private final Instant asOf;
    private final List<FeatureVector> shoppers = new ArrayList<>();

    Snapshot(FeatureSet features, Instant asOf) {
        this.features = features;
        this.asOf = asOf;
    }

    /** Adds a shopper, but for whom the features know nothing of and who is beyond {@value #MOST}. */
    void add(ShopperHistory history) {
        if (shoppers.size() < MOST) {
            features.extract(history, asOf).ifPresent(shoppers::add);
        }
    }

    /** The baseline of a model trained then; importance is of the later window's shoppers. */
    Baseline baseline(LinearModel model, List<LabelledShopper> later, long seed) {
        Scorer scorer = new Scorer(features, model);
        Map<String, Sketch> sketches = new HashMap<>();
        for (int feature = 0; feature < features.size(); feature++) {
            int index = feature;
            double[] values = shoppers.stream()
                    .mapToDouble(shopper -> shopper.value(index))
                    .toArray();
            sketches.put(features.names().get(feature), Sketch.of(values, Baseline.BINS));
        }
        double[] scores = shoppers.stream()
                .mapToDouble(shopper -> Predictions.sigmoid(scorer.logOdds(shopper)))
                .toArray();
        List<double[]> contributions = later.stream()
                .limit(MOST)
                .map(shopper -> scorer.contributions(shopper.columns()).byFeature())
                .toList();
        return new Baseline(
                asOf,
                shoppers.size(),
                sketches,
                Sketch.of(scores, Baseline.BINS),
                Importance.of(features.names(), contributions, RESAMPLES, seed));
    }
}
