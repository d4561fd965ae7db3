package io.perennial.recommendation.evaluation;

import java.util.List;

/**
 * What a model's lists of ten were worth, averaged over cases; zeros where there were none.
 *
 * @param hr10 share of cases with a hit
 * @param ndcg10 normalised discounted cumulative gain
 * @param mrr10 mean of one over the first hit's place
 * @param map10 mean average precision
 * @param coverage10 share of the range that was on some list
 * @param novelty10 mean surprise of what was shown, −log₂ of its share of all interactions, in bits
 * @param popularityBias10 mean percentile by popularity of what was shown: 0.5 is none, 1 is nothing but the top
 * @param exposureGini10 inequality of how often products were shown: 0 is even, 1 is one product alone
 * @param segments by the length of the history
 * @param cutoffs of the first of each list, of the first two and so on up to ten
 */
public record RankingReport(
        int cases,
        double hr10,
        double ndcg10,
        double mrr10,
        double map10,
        double coverage10,
        double novelty10,
        double popularityBias10,
        double exposureGini10,
        List<Segment> segments,
        List<Cutoff> cutoffs) {

    public RankingReport {
        segments = List.copyOf(segments);
        cutoffs = List.copyOf(cutoffs);
    }

    /** Had the lists been so long: the hit rate and the gain. */
    public record Cutoff(int k, double hr, double ndcg) {}

    /** The cases whose history had at least so many products and fewer than the next segment's. */
    public record Segment(int fromLength, int cases, double hr10, double ndcg10) {}
}
