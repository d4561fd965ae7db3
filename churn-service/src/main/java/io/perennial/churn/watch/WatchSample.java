package io.perennial.churn.watch;

import io.perennial.churn.drift.DailyFlow;
import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.fairness.JudgedShopper;
import io.perennial.churn.feature.FeatureSet;
import io.perennial.churn.feature.FeatureVector;
import io.perennial.churn.history.ShopperHistory;
import io.perennial.churn.label.Target;
import io.perennial.churn.model.LinearModel;
import io.perennial.churn.trait.Trait;
import io.perennial.churn.treatment.Treatment;
import io.perennial.common.topic.ProfileState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shoppers as they are now, and as they were a horizon ago with what came of them. */
final class WatchSample {

    private final LinearModel model;
    private final Instant asOf;
    private final Duration horizon;
    private final List<Trait> traits;
    private final List<FeatureVector> present = new ArrayList<>();
    private final List<Double> scores = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Map<Trait, List<JudgedShopper>> judged = new HashMap<>();
    private final DailyFlow flow;

    WatchSample(LinearModel model, Instant asOf, Duration horizon, List<Trait> traits) {
        this.model = model;
        this.asOf = asOf;
        this.horizon = horizon;
        this.traits = traits;
        this.flow = new DailyFlow(asOf);
        traits.forEach(trait -> judged.put(trait, new ArrayList<>()));
    }

    void add(ShopperHistory history, @Nullable ProfileState state, List<Treatment> treatments) {
        flow.add(history.asOf(asOf));
        FeatureSet.BUYERS.extract(history, asOf).ifPresent(features -> {
            present.add(features);
            scores.add(probability(features));
        });
        Instant then = asOf.minus(horizon);
        Optional<FeatureVector> past = FeatureSet.BUYERS.extract(history, then);
        if (past.isPresent()) {
            double said = probability(past.get());
            boolean churned = Target.CHURN.outcome(history, then, horizon);
            Outcome outcome = new Outcome(said, churned, Treatment.weight(treatments, then, horizon));
            outcomes.add(outcome);
            if (outcome.weight() > 0) {
                traits.forEach(trait -> judged(trait).add(new JudgedShopper(trait.of(state), said, churned)));
            }
        }
    }

    int size() {
        return present.size();
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

    DailyFlow flow() {
        return flow;
    }

    static List<String> featureNames() {
        return FeatureSet.BUYERS.names();
    }

    private double probability(FeatureVector features) {
        return Predictions.sigmoid(model.logOdds(features.columns()));
    }
}
