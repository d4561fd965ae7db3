package io.perennial.churn.training;

import io.perennial.churn.feature.FeatureExtractor;
import io.perennial.churn.feature.FeatureVector;
import io.perennial.churn.history.ShopperHistory;
import io.perennial.churn.label.ChurnLabel;
import io.perennial.churn.label.TimeSplit;
import io.perennial.common.identity.ProfileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Labelled shoppers for training and, later in time, for evaluation. Given the shoppers in any order it holds the same
 * rows in the same order, so the same seed gives the same model.
 */
public final class TrainingData {

    private final TimeSplit split;
    private final List<List<LabelledShopper>> snapshots = new ArrayList<>();
    private final List<LabelledShopper> evaluation = new ArrayList<>();

    public TrainingData(TimeSplit split) {
        this.split = split;
        split.training().forEach(snapshot -> snapshots.add(new ArrayList<>()));
    }

    /** Adds one shopper to every snapshot before which there was an order. */
    public void add(ProfileId profileId, ShopperHistory history) {
        for (int i = 0; i < snapshots.size(); i++) {
            add(profileId, history, split.training().get(i), snapshots.get(i));
        }
        add(profileId, history, split.evaluation(), evaluation);
    }

    private void add(ProfileId profileId, ShopperHistory history, Instant asOf, List<LabelledShopper> rows) {
        Optional<FeatureVector> features = FeatureExtractor.extract(history, asOf);
        if (features.isPresent()) {
            boolean churned = ChurnLabel.of(history, asOf, split.horizon()).orElseThrow();
            rows.add(new LabelledShopper(profileId, features.get().columns(), churned));
        }
    }

    TimeSplit split() {
        return split;
    }

    /** By snapshot, latest first, then by shopper. */
    public List<LabelledShopper> training() {
        List<LabelledShopper> rows = new ArrayList<>();
        snapshots.forEach(snapshot -> rows.addAll(sorted(snapshot)));
        return rows;
    }

    /** The training's latest snapshot, by shopper. */
    List<LabelledShopper> latest() {
        return sorted(snapshots.getFirst());
    }

    /** The training without its latest snapshot; where there is but one, that. */
    List<LabelledShopper> earlier() {
        List<LabelledShopper> rows = new ArrayList<>();
        for (List<LabelledShopper> snapshot : snapshots.subList(Math.min(1, snapshots.size() - 1), snapshots.size())) {
            rows.addAll(sorted(snapshot));
        }
        return rows;
    }

    /** By shopper. */
    public List<LabelledShopper> evaluation() {
        return sorted(evaluation);
    }

    private static List<LabelledShopper> sorted(List<LabelledShopper> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(LabelledShopper::profileId))
                .toList();
    }
}
