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

    private static final Part NOTHING = new Part(0, 0, new Reason.InTheRange(), FeatureRow.NONE);

    private final Map<String, Part> parts = new HashMap<>();
    private double weights;

    /** The sum so far, the greatest part of it with its reason, and what each source says. */
    private record Part(double sum, double greatest, Reason reason, FeatureRow shares) {

        Part and(double weighed, Reason other, FeatureRow with) {
            boolean theirs = other instanceof Reason.Due || (weighed > greatest && !(reason instanceof Reason.Due));
            return new Part(sum + weighed, theirs ? weighed : greatest, theirs ? other : reason, with);
        }
    }

    /** Adds a source's candidates; one that says nothing does not weigh. */
    void add(Feature source, List<Candidate> candidates, double weight) {
        double best = candidates.stream().mapToDouble(Candidate::score).max().orElse(0);
        if (best <= 0 || weight <= 0) {
            return;
        }
        weights += weight;
        for (Candidate candidate : candidates) {
            double share = candidate.score() / best;
            if (share > 0) {
                Part before = parts.getOrDefault(candidate.productId(), NOTHING);
                parts.put(
                        candidate.productId(),
                        before.and(weight * share, candidate.reason(), before.shares.with(source, share)));
            }
        }
    }

    /** Best first, ties by id; scores in (0, 1]. */
    List<Candidate> bestFirst() {
        List<Candidate> candidates = new ArrayList<>(parts.size());
        parts.forEach((productId, part) ->
                candidates.add(new Candidate(productId, part.sum() / weights, part.reason(), part.shares())));
        candidates.sort(BEST_FIRST);
        return candidates;
    }
}
