package io.perennial.churn.evaluation;

import java.util.Arrays;

/** Scores beside what came true. A score is a log-odds or anything that orders shoppers; probabilities come of log-odds. */
public final class Predictions {

    private final double[] scores;
    private final boolean[] churned;

    /**
     * Scores and outcomes of the same shoppers, in the same order.
     *
     * @throws IllegalArgumentException where the lengths differ or a score is not finite
     */
    public Predictions(double[] scores, boolean[] churned) {
        if (scores.length != churned.length) {
            throw new IllegalArgumentException(scores.length + " scores for " + churned.length + " outcomes");
        }
        if (!Arrays.stream(scores).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a score is not finite");
        }
        this.scores = scores.clone();
        this.churned = churned.clone();
    }

    public int size() {
        return scores.length;
    }

    public double score(int i) {
        return scores[i];
    }

    public boolean churned(int i) {
        return churned[i];
    }

    /** The score read as log-odds. */
    public double probability(int i) {
        return sigmoid(scores[i]);
    }

    public int churnedCount() {
        int count = 0;
        for (boolean outcome : churned) {
            count += outcome ? 1 : 0;
        }
        return count;
    }

    public double baseRate() {
        return (double) churnedCount() / size();
    }

    /** Indices by ascending score. */
    int[] ascending() {
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(scores[a], scores[b]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    /** 1 / (1 + e^-x) without overflow. */
    public static double sigmoid(double logOdds) {
        double e = Math.exp(-Math.abs(logOdds));
        return logOdds >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    /** The log-odds of a probability, which is neither 0 nor 1. */
    public static double logit(double probability) {
        return Math.log(probability / (1 - probability));
    }
}
