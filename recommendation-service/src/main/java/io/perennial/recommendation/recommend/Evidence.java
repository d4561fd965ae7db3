package io.perennial.recommendation.recommend;

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

    private final Map<String, Part> parts = new HashMap<>();
    private double weights;

    /** The sum so far, and the greatest part of it with its reason. */
    private record Part(double sum, double greatest, Reason reason) {

        Part and(Part other) {
            boolean theirs = other.reason instanceof Reason.Due
                    || (other.greatest > greatest && !(reason instanceof Reason.Due));
            Part greater = theirs ? other : this;
            return new Part(sum + other.sum, greater.greatest, greater.reason);
        }
    }

    /** Adds a source's candidates; one that says nothing does not weigh. */
    void add(List<Candidate> candidates, double weight) {
        double best = candidates.stream().mapToDouble(Candidate::score).max().orElse(0);
        if (best <= 0 || weight <= 0) {
            return;
        }
        weights += weight;
        for (Candidate candidate : candidates) {
            double share = weight * candidate.score() / best;
            if (share > 0) {
                parts.merge(candidate.productId(), new Part(share, share, candidate.reason()), Part::and);
            }
        }
    }

    /** Best first, ties by id; scores in (0, 1]. */
    List<Candidate> bestFirst() {
        List<Candidate> candidates = new ArrayList<>(parts.size());
        parts.forEach(
                (productId, part) -> candidates.add(new Candidate(productId, part.sum() / weights, part.reason())));
        candidates.sort(BEST_FIRST);
        return candidates;
    }
}
