package io.perennial.churn.training;

import io.perennial.churn.history.ShopperHistory;
import io.perennial.churn.label.Target;
import io.perennial.churn.label.TimeSplit;
import io.perennial.churn.label.Window;
import io.perennial.churn.treatment.Treatment;
import io.perennial.common.identity.ProfileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Labelled shoppers for training and, later in time, for evaluation, each once in a window: of several moments one is drawn, always the
 * same. Where a contact changes the outcome, those are left out whom our own campaigns contacted before their label was known, since it
 * says whether the contact kept them. Given the shoppers in any order it holds the same
 * rows in the same order, so the same seed gives the same model.
 */
public final class TrainingData {

    private final Target target;
    private final TimeSplit split;
    private final List<List<LabelledShopper>> snapshots = new ArrayList<>();
    private final List<LabelledShopper> evaluation = new ArrayList<>();
    private int treated;

    public TrainingData(Target target, TimeSplit split) {
        this.target = target;
        this.split = split;
        split.training().forEach(snapshot -> snapshots.add(new ArrayList<>()));
    }

    /** Adds one shopper, whom no campaign knows, to every window in which there is something to ask. */
    public void add(ProfileId profileId, ShopperHistory history) {
        add(profileId, history, List.of());
    }

    /** The same with what campaigns decided about the shopper. */
    public void add(ProfileId profileId, ShopperHistory history, List<Treatment> treatments) {
        for (int i = 0; i < snapshots.size(); i++) {
            add(profileId, history, treatments, split.training().get(i), snapshots.get(i));
        }
        add(profileId, history, treatments, split.evaluation(), evaluation);
    }

    private void add(
            ProfileId profileId,
            ShopperHistory history,
            List<Treatment> treatments,
            Instant until,
            List<LabelledShopper> rows) {
        Window.Asked asked = new Window(target, until, split.window())
                .ask(profileId.value(), history)
                .orElse(null);
        if (asked == null) {
            return;
        }
        double weight = Treatment.weight(target, treatments, asked.asOf(), split.horizon());
        if (weight == 0) {
            treated++;
            return;
        }
        boolean outcome = target.outcome(history, asked.asOf(), split.horizon());
        rows.add(new LabelledShopper(profileId, asked.features().columns(), outcome, weight));
    }

    /** The rows as they came: of each of the training's snapshots, then of the evaluation. May be added to. */
    List<List<LabelledShopper>> windows() {
        List<List<LabelledShopper>> windows = new ArrayList<>(snapshots);
        windows.add(evaluation);
        return windows;
    }

    /** Adds to {@link #treated()}. */
    void leaveOut(int rows) {
        treated += rows;
    }

    /** How many rows were left out because a campaign contacted the shopper before the label was known. */
    int treated() {
        return treated;
    }

    Target target() {
        return target;
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
