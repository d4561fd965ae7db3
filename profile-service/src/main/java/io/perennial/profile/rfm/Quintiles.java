package io.perennial.profile.rfm;

import java.util.Arrays;
import java.util.List;

/**
 * The four values that part a population into fifths, each a value somebody has (the smallest with at least 20, 40, 60,
 * 80 % of the population at or below it).
 */
record Quintiles(List<Double> cuts) {

    private static final int FIFTHS = 5;

    /** @param values at least five, in any order; left sorted */
    static Quintiles of(double[] values) {
        Arrays.sort(values);
        Double[] cuts = new Double[FIFTHS - 1];
        for (int fifth = 1; fifth < FIFTHS; fifth++) {
            cuts[fifth - 1] = values[Math.ceilDiv(values.length * fifth, FIFTHS) - 1];
        }
        return new Quintiles(List.of(cuts));
    }

    /**
     * One to five, five for the highest. Equal values score alike, so a value shared by more than a fifth takes the lowest
     * score it touches and the scores above it thin out: most shoppers have one order, and none of them is better for it.
     */
    int score(double value) {
        int score = 1;
        for (double cut : cuts) {
            if (value > cut) {
                score++;
            }
        }
        return score;
    }
}
