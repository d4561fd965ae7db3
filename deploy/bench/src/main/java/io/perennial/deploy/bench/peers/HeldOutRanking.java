package io.perennial.deploy.bench.peers;

import io.perennial.deploy.bench.report.CannotMeasure;
import java.util.Arrays;
import java.util.stream.IntStream;

/** NDCG@100 of the products held out of each shopper's row, all products ranked but those learnt from. */
final class HeldOutRanking {

    private static final int TOP = 100;

    private final Feedback.Split split;
    private final int[] shoppers;

    /** Of the first so many shoppers of whom something was held out. */
    HeldOutRanking(Feedback.Split split, int most) {
        this.split = split;
        shoppers = IntStream.range(0, split.heldOut().shoppers())
                .filter(shopper -> split.heldOut().row(shopper).length > 0)
                .limit(most)
                .toArray();
        if (shoppers.length == 0) {
            throw new CannotMeasure("nothing was held out");
        }
    }

    /** Overwrites the scores of all products for a shopper; called by several threads. */
    interface Scoring {
        void score(int shopper, float[] scores);
    }

    /** By shopper asked; products that tie count by their number. */
    double[] gains(Scoring scoring) {
        return Arrays.stream(shoppers)
                .parallel()
                .mapToDouble(shopper -> gain(scoring, shopper))
                .toArray();
    }

    private double gain(Scoring scoring, int shopper) {
        var scores = new float[split.train().items()];
        scoring.score(shopper, scores);
        for (var known : split.train().row(shopper)) {
            scores[known] = Float.NEGATIVE_INFINITY;
        }
        var wanted = split.heldOut().row(shopper);
        var gain = 0.0;
        for (var item : wanted) {
            var rank = 0;
            for (var other = 0; other < scores.length && rank < TOP; other++) {
                rank += scores[other] > scores[item] || (scores[other] == scores[item] && other < item) ? 1 : 0;
            }
            gain += rank < TOP ? weight(rank) : 0;
        }
        var best = IntStream.range(0, Math.min(TOP, wanted.length))
                .mapToDouble(HeldOutRanking::weight)
                .sum();
        return gain / best;
    }

    private static double weight(int rank) {
        return Math.log(2) / Math.log(rank + 2);
    }
}
