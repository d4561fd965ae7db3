package io.perennial.churn.watch;

import io.perennial.churn.drift.Baseline;
import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.fairness.JudgedShopper;
import io.perennial.churn.feature.FeatureVector;
import io.perennial.churn.history.ShopperHistory;
import io.perennial.churn.label.Target;
import io.perennial.churn.label.Window;
import io.perennial.churn.model.LinearModel;
import io.perennial.churn.scoring.Scorer;
import io.perennial.churn.trait.Trait;
import io.perennial.churn.treatment.Treatment;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.topic.ProfileState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shoppers as a model is asked about them now, and as it was a horizon ago with what came of them. */
final class WatchSample {

    private final Scorer scorer;
    private final Target target;
    private final Window now;
    private final Window then;
    private final Duration horizon;
    private final List<Trait> traits;
    private final List<FeatureVector> present = new ArrayList<>();
    private final List<Double> scores = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Map<Trait, List<JudgedShopper>> judged = new HashMap<>();

    /** To be filled with shoppers who are asked about in the window, and in one as long that ended a horizon before. */
    WatchSample(LinearModel model, Window now, Duration horizon, List<Trait> traits) {
        this.target = now.target();
        this.scorer = new Scorer(target.features(), model);
        this.now = now;
        this.then = new Window(target, now.until().minus(horizon), now.length());
        this.horizon = horizon;
        this.traits = traits;
        traits.forEach(trait -> judged.put(trait, new ArrayList<>()));
    }

    void add(ProfileId profile, ShopperHistory history, @Nullable ProfileState state, List<Treatment> treatments) {
        now.ask(profile.value(), history).ifPresent(asked -> {
            present.add(asked.features());
            scores.add(probability(asked.features()));
        });
        then.ask(profile.value(), history).ifPresent(asked -> {
            double weight = Treatment.weight(target, treatments, asked.asOf(), horizon);
            Outcome outcome =
                    new Outcome(probability(asked.features()), target.outcome(history, asked.asOf(), horizon), weight);
            outcomes.add(outcome);
            if (weight > 0) {
                traits.forEach(trait -> judged(trait)
                        .add(new JudgedShopper(trait.of(state), outcome.probability(), outcome.cameToBe())));
            }
        });
    }

    Target target() {
        return target;
    }

    Instant at() {
        return now.until();
    }

    int horizonDays() {
        return (int) horizon.toDays();
    }

    /** Before this nothing is asked about. */
    Instant earliest() {
        return then.until().minus(then.length());
    }

    int size() {
        return present.size();
    }

    /** Whether the shoppers of now are like those of the baseline, asked about in as long a time. */
    boolean isLike(Baseline baseline) {
        return baseline.isOf(now.length());
    }

    List<String> featureNames() {
        return target.features().names();
    }

    /** The feature's values in its unit, NaN where missing. */
    double[] values(int feature) {
        return present.stream().mapToDouble(features -> features.value(feature)).toArray();
    }

    double[] scores() {
        return scores.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** What the model would have said a horizon ago. */
    List<Outcome> outcomes() {
        return outcomes;
    }

    List<JudgedShopper> judged(Trait trait) {
        return judged.getOrDefault(trait, List.of());
    }

    private double probability(FeatureVector features) {
        return Predictions.sigmoid(scorer.logOdds(features));
    }
}
