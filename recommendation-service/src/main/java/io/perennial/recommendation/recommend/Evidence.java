package io.perennial.recommendation.recommend;

import io.perennial.recommendation.ranker.Feature;
import io.perennial.recommendation.ranker.FeatureRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What several sources say of products: each scaled to its best, times its weight, and added. The reason is that of the
 * greatest part, or that it is due. Not thread-safe.
 */
final class Evidence {

    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::productId);

    /** What a shelf's sources name in all, more or less. */
    private static final int USUAL_CANDIDATES = 500;

    private final Map<String, Part> parts = HashMap.newHashMap(USUAL_CANDIDATES);
    private double weights;

    /** The sum so far, the greatest part of it with its reason, and what each source says. */
    private static final class Part {

        private double sum;
        private double greatest;
        private Reason reason = new Reason.InTheRange();
        private FeatureRow shares = FeatureRow.NONE;

        void add(Feature source, double share, double weighed, Reason other) {
            if (other instanceof Reason.Due || (weighed > greatest && !(reason instanceof Reason.Due))) {
                greatest = weighed;
                reason = other;
            }
            sum += weighed;
            shares = shares.with(source, share);
        }
    }

    /** Adds a source's candidates; one that says nothing does not weigh. */
    void add(Feature source, List<Candidate> candidates, double weight) {
        double best = 0;
        for (Candidate candidate : candidates) {
            best = Math.max(best, candidate.score());
        }
        if (best <= 0 || weight <= 0) {
            return;
        }
        weights += weight;
        for (Candidate candidate : candidates) {
            double share = candidate.score() / best;
            if (share > 0) {
                parts.computeIfAbsent(candidate.productId(), productId -> new Part())
                        .add(source, share, weight * share, candidate.reason());
            }
        }
    }

    /** Best first, ties by id; scores in (0, 1]. */
    List<Candidate> bestFirst() {
        List<Candidate> candidates = new ArrayList<>(parts.size());
        parts.forEach((productId, part) ->
                candidates.add(new Candidate(productId, part.sum / weights, part.reason, part.shares)));
        candidates.sort(BEST_FIRST);
        return candidates;
    }
}
