package io.perennial.churn.fairness;

import io.perennial.churn.evaluation.Interval;
import io.perennial.churn.fairness.FairnessCheck.Measure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Error rates and calibration of each group of a trait against everybody else (equalised odds: Hardt, Price and Srebro 2016). A
 * difference is flagged where it is beyond the bound and the hypothesis that it is not is rejected at 5 % among all that were
 * looked at (Holm 1979).
 */
public final class FairnessAudit {

    private static final double CALLED_FROM = 0.5;
    private static final double LEVEL = 0.05;
    private static final double Z_95 = 1.959964;

    private FairnessAudit() {}

    /**
     * Checks every group of at least so many shoppers, the most significant first.
     *
     * @param traits by its name, the shoppers with their group of it
     * @param bound of a difference, in probability
     */
    public static List<FairnessCheck> of(Map<String, List<JudgedShopper>> traits, double bound, int minShoppers) {
        List<FairnessCheck> checks = new ArrayList<>();
        traits.forEach((trait, shoppers) -> checks.addAll(uncorrected(trait, shoppers, bound, minShoppers)));
        checks.sort(Comparator.comparingDouble(FairnessCheck::pValue)
                .thenComparing(FairnessCheck::trait)
                .thenComparing(FairnessCheck::group));
        return holm(checks);
    }

    private static List<FairnessCheck> uncorrected(
            String trait, List<JudgedShopper> shoppers, double bound, int minShoppers) {
        Map<String, List<JudgedShopper>> groups = shoppers.stream()
                .collect(Collectors.groupingBy(JudgedShopper::group, TreeMap::new, Collectors.toList()));
        List<FairnessCheck> checks = new ArrayList<>();
        groups.forEach((group, members) -> {
            List<JudgedShopper> others = shoppers.stream()
                    .filter(shopper -> !shopper.group().equals(group))
                    .toList();
            for (Measure measure : Measure.values()) {
                double[] own = values(measure, members);
                double[] theirs = values(measure, others);
                if (own.length >= minShoppers && theirs.length >= minShoppers) {
                    checks.add(check(trait, group, measure, own, theirs, bound));
                }
            }
        });
        return checks;
    }

    private static FairnessCheck check(
            String trait, String group, Measure measure, double[] own, double[] theirs, double bound) {
        double value = mean(own);
        double others = mean(theirs);
        double difference = value - others;
        double error = Math.sqrt(variance(own) / (own.length + 2) + variance(theirs) / (theirs.length + 2));
        double beyond = Math.abs(difference) - bound;
        double pValue = beyond <= 0 ? 1 : error == 0 ? 0 : upperTail(beyond / error);
        return new FairnessCheck(
                trait,
                group,
                measure,
                own.length,
                value,
                others,
                new Interval(difference, difference - Z_95 * error, difference + Z_95 * error),
                pValue,
                false);
    }

    /** Steps down from the smallest p-value, each times how many are left. */
    private static List<FairnessCheck> holm(List<FairnessCheck> ascending) {
        List<FairnessCheck> corrected = new ArrayList<>();
        double running = 0;
        for (int i = 0; i < ascending.size(); i++) {
            FairnessCheck check = ascending.get(i);
            running = Math.max(running, Math.min(1, check.pValue() * (ascending.size() - i)));
            corrected.add(new FairnessCheck(
                    check.trait(),
                    check.group(),
                    check.measure(),
                    check.shoppers(),
                    check.value(),
                    check.others(),
                    check.difference(),
                    running,
                    running < LEVEL));
        }
        return List.copyOf(corrected);
    }

    private static double[] values(Measure measure, List<JudgedShopper> shoppers) {
        return switch (measure) {
            case FALSE_ALARMS ->
                shoppers.stream()
                        .filter(shopper -> !shopper.cameToBe())
                        .mapToDouble(shopper -> shopper.probability() >= CALLED_FROM ? 1 : 0)
                        .toArray();
            case MISSES ->
                shoppers.stream()
                        .filter(JudgedShopper::cameToBe)
                        .mapToDouble(shopper -> shopper.probability() < CALLED_FROM ? 1 : 0)
                        .toArray();
            case CALIBRATION ->
                shoppers.stream()
                        .mapToDouble(shopper -> shopper.probability() - (shopper.cameToBe() ? 1 : 0))
                        .toArray();
        };
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /**
     * With as much spread added as one success and one failure give to a share of none (Agresti and Caffo 2000): that nobody of
     * fifty was missed does not mean that nobody ever is.
     */
    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 1;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length + 2);
    }

    /** Of the normal distribution, both sides' share: how far beyond is asked of either (Abramowitz and Stegun 7.1.26). */
    static double upperTail(double z) {
        double x = z / Math.sqrt(2);
        double t = 1 / (1 + 0.3275911 * x);
        double series =
                t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        return series * Math.exp(-x * x);
    }
}
