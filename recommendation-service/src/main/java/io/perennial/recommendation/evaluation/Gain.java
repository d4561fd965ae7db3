package io.perennial.recommendation.evaluation;

import java.util.List;
import java.util.Set;

/** What one list of ten was worth: whether it holds a target, and where; cut after each of its places. */
final class Gain {

    private final double[] ndcg = new double[RankingEvaluation.TOP];
    private int firstHit = RankingEvaluation.TOP;
    private double averagePrecision;

    private Gain() {}

    /** A gain of one at place p, from zero, counts 1 / log₂(p + 2). */
    static <T> Gain of(List<T> shelf, Set<T> targets) {
        Gain worth = new Gain();
        double gain = 0;
        double ideal = 0;
        double precision = 0;
        int hits = 0;
        for (int place = 0; place < RankingEvaluation.TOP; place++) {
            double discount = Math.log(2) / Math.log(place + 2.0);
            if (place < shelf.size() && targets.contains(shelf.get(place))) {
                gain += discount;
                precision += ++hits / (place + 1.0);
                worth.firstHit = Math.min(worth.firstHit, place);
            }
            ideal += place < targets.size() ? discount : 0;
            worth.ndcg[place] = gain / ideal;
        }
        worth.averagePrecision = precision / Math.min(RankingEvaluation.TOP, targets.size());
        return worth;
    }

    /** One where a target is among the first k. */
    double hit(int k) {
        return firstHit < k ? 1 : 0;
    }

    double ndcg(int k) {
        return ndcg[k - 1];
    }

    double reciprocalRank() {
        return firstHit < RankingEvaluation.TOP ? 1.0 / (firstHit + 1) : 0;
    }

    double averagePrecision() {
        return averagePrecision;
    }
}
