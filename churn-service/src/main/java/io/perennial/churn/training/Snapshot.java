package io.perennial.churn.training;

import io.perennial.churn.drift.Baseline;
import io.perennial.churn.drift.Sketch;
import io.perennial.churn.evaluation.Importance;
import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.feature.FeatureSet;
import io.perennial.churn.feature.FeatureVector;
import io.perennial.churn.history.ShopperHistory;
import io.perennial.churn.label.Window;
import io.perennial.churn.model.LinearModel;
import io.perennial.churn.scoring.Scorer;
import io.perennial.common.identity.ProfileId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Shoppers as the model is asked about them at the training's own time, who need no label: what it is for. */
final class Snapshot {

    /** Enough for sketches and intervals. */
    static final int MOST = 20_000;

    private static final int RESAMPLES = 200;

    private static final long SEED = 20_111_209;

    private final Window window;
    private final FeatureSet features;
    private final List<FeatureVector> shoppers = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(SEED);
    private int seen;

    Snapshot(Window window) {
        this.window = window;
        this.features = window.target().features();
    }

    /** Adds a shopper of whom there is something to ask. Of more than {@value #MOST} as many are drawn, each as likely (Vitter 1985). */
    void add(ProfileId profile, ShopperHistory history) {
        window.ask(profile.value(), history).map(Window.Asked::features).ifPresent(this::draw);
    }

    private void draw(FeatureVector shopper) {
        int place = random.nextInt(++seen);
        if (shoppers.size() < MOST) {
            shoppers.add(shopper);
        } else if (place < MOST) {
            shoppers.set(place, shopper);
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
                window.until(),
                window.length(),
                shoppers.size(),
                sketches,
                Sketch.of(scores, Baseline.BINS),
                Importance.of(features.names(), contributions, RESAMPLES, seed));
    }
}
