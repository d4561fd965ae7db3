package io.perennial.churn.training;

import io.perennial.churn.evaluation.Driver;
import io.perennial.churn.evaluation.Interval;
import io.perennial.churn.learning.Penalty;
import io.perennial.churn.learning.StandardErrors;
import io.perennial.churn.model.LinearModel;
import io.perennial.common.identity.ProfileId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the outcome depends on, from the weights and how sure they are. */
final class Drivers {

    /** Enough for narrow intervals; of more shoppers some are looked at, always the same. */
    private static final int MOST_ROWS = 200_000;

    private static final double NORMAL_95 = 1.959964;

    private Drivers() {}

    /** Of each column that is not always the same, those first that change the odds most. */
    static List<Driver> of(List<String> columns, LinearModel model, List<LabelledShopper> training, Penalty penalty) {
        List<LabelledShopper> rows = some(training);
        Map<ProfileId, Integer> groups = new HashMap<>();
        int[] groupOf = rows.stream()
                .mapToInt(row -> groups.computeIfAbsent(row.profileId(), profile -> groups.size()))
                .toArray();
        double[] errors = StandardErrors.of(model, LabelledShopper.sample(rows), groupOf, groups.size(), penalty);
        double[] weights = model.weights();
        List<Driver> drivers = new ArrayList<>();
        for (int column = 0; column < weights.length; column++) {
            if (errors[column] > 0) {
                double margin = NORMAL_95 * errors[column];
                drivers.add(new Driver(
                        columns.get(column),
                        new Interval(
                                Math.exp(weights[column]),
                                Math.exp(weights[column] - margin),
                                Math.exp(weights[column] + margin))));
            }
        }
        drivers.sort(Comparator.comparingDouble(
                driver -> -Math.abs(Math.log(driver.oddsRatio().value()))));
        return List.copyOf(drivers);
    }

    private static List<LabelledShopper> some(List<LabelledShopper> rows) {
        double share = (double) MOST_ROWS / rows.size();
        return share >= 1
                ? rows
                : rows.stream().filter(row -> chosen(row.profileId(), share)).toList();
    }

    /** By the bits that sampling for training does not look at. */
    private static boolean chosen(ProfileId profile, double share) {
        return Integer.toUnsignedLong((int) (profile.value().getLeastSignificantBits() >>> 24)) < share * 0x1.0p32;
    }
}
