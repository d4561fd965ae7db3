package io.perennial.recommendation.evaluation;

import java.util.List;
import java.util.Set;

/** What one list of ten was worth: one where it holds a target, and by where it holds them. */
record Gain(double hit, double ndcg, double reciprocalRank, double averagePrecision) {

    /** A gain of one at place p, from zero, counts 1 / log₂(p + 2). */
    static <T> Gain of(List<T> shelf, Set<T> targets) {
        double gain = 0;
        double ideal = 0;
        double precision = 0;
        double first = 0;
        int hits = 0;
        for (int place = 0; place < RankingEvaluation.TOP; place++) {
            double discount = Math.log(2) / Math.log(place + 2.0);
            if (place < shelf.size() && targets.contains(shelf.get(place))) {
                gain += discount;
                precision += ++hits / (place + 1.0);
                first = hits == 1 ? 1 / (place + 1.0) : first;
            }
            ideal += place < targets.size() ? discount : 0;
        }
        int reachable = Math.min(RankingEvaluation.TOP, targets.size());
        return new Gain(hits > 0 ? 1 : 0, gain / ideal, first, precision / reachable);
    }
}
