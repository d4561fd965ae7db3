package io.perennial.recommendation.recommend;

import io.perennial.recommendation.history.Signal;
import io.perennial.recommendation.history.SignalWeights;
import io.perennial.recommendation.neighbours.ItemToItemScorer;
import io.perennial.recommendation.neighbours.Scored;
import io.perennial.recommendation.popularity.PopularityModel;
import io.perennial.recommendation.popularity.PopularityModel.Popular;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks products for a question: neighbours of the shopper's history and of the surroundings, each scaled to its best
 * and added by the placement's weights; then what is popular. Pure; filters that need the catalog come after.
 */
final class CandidateRanking {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::productId);

    private final ItemToItemScorer scorer;
    private final PopularityModel popularity;
    private final SignalWeights weights;
    private final int mostSeeds;

    CandidateRanking(ItemToItemScorer scorer, PopularityModel popularity, SignalWeights weights, int mostSeeds) {
        this.scorer = scorer;
        this.popularity = popularity;
        this.weights = weights;
        this.mostSeeds = mostSeeds;
    }

    /** What the history and the surroundings speak for, best first, scores in (0, 1]. */
    List<Candidate> near(Question question) {
        Map<String, Signal> signals = new HashMap<>();
        question.history().signals().forEach(signal -> signals.put(signal.productId(), signal));
        Map<String, Candidate> best = new HashMap<>();
        double personal = question.placement().personalWeight();
        double context = question.placement().contextWeight();
        for (Scored scored : scorer.score(seeds(question.history().signals()))) {
            Signal because = signals.get(scored.because());
            if (because != null) {
                put(best, scored, new Reason.Because(because.kind(), because.productId()));
            }
        }
        rescale(best, personal);
        Map<String, Double> surroundings = new HashMap<>();
        question.surroundings().forEach(productId -> surroundings.put(productId, 1.0));
        Map<String, Candidate> around = new HashMap<>();
        for (Scored scored : scorer.score(surroundings)) {
            put(around, scored, new Reason.GoesWith(scored.because()));
        }
        rescale(around, context);
        around.forEach((productId, candidate) -> best.merge(productId, candidate, CandidateRanking::together));
        double total = personal + context;
        return best.values().stream()
                .filter(candidate -> candidate.score() > 0)
                .map(candidate -> new Candidate(candidate.productId(), candidate.score() / total, candidate.reason()))
                .sorted(BEST_FIRST)
                .toList();
    }

    /** What is popular, most popular first, with scores in (0, 1]; a lazily read view of the model. */
    List<Popular> popular() {
        return popularity.mostPopularFirst();
    }

    /** A popular product as a candidate, its score a share of {@code ceiling}. */
    Candidate popular(Popular popular, double ceiling, Instant now) {
        List<Popular> all = popularity.mostPopularFirst();
        double most = all.isEmpty() ? 0 : all.getFirst().score();
        double share = most > 0 ? popular.score() / most : 0;
        boolean thisWeek = Duration.between(popular.newest(), now).compareTo(WEEK) <= 0;
        return new Candidate(popular.productId(), ceiling * share, new Reason.Popular(thisWeek));
    }

    /** The given products, all of them, best for the shopper first; what nothing is known of keeps its place. */
    List<Candidate> ordered(List<String> productIds, Question question) {
        Map<String, Candidate> near = new HashMap<>();
        near(question).forEach(candidate -> near.put(candidate.productId(), candidate));
        double lowest = productIds.stream()
                .filter(near::containsKey)
                .mapToDouble(productId ->
                        near.getOrDefault(productId, nothing(productId)).score())
                .min()
                .orElse(1);
        List<Candidate> ordered = new ArrayList<>(productIds.size());
        for (String productId : productIds) {
            Candidate candidate = near.get(productId);
            Popular popular = popularity.find(productId);
            if (candidate != null) {
                ordered.add(candidate);
            } else if (popular != null) {
                ordered.add(popular(popular, lowest / 2, question.now()));
            } else {
                ordered.add(nothing(productId));
            }
        }
        ordered.sort(Comparator.comparingDouble(Candidate::score).reversed()); // stable
        return ordered;
    }

    private Map<String, Double> seeds(List<Signal> signals) {
        Map<String, Double> seeds = new HashMap<>();
        if (signals.isEmpty()) {
            return seeds;
        }
        // As of the newest signal: only what weighs more than what matters, and a long absence must not round to
        // nothing.
        Instant newest = signals.getFirst().at();
        signals.forEach(signal -> seeds.put(signal.productId(), weights.of(signal, newest)));
        if (seeds.size() <= mostSeeds) {
            return seeds;
        }
        Map<String, Double> heaviest = new HashMap<>();
        seeds.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(mostSeeds)
                .forEach(seed -> heaviest.put(seed.getKey(), seed.getValue()));
        return heaviest;
    }

    private static void put(Map<String, Candidate> into, Scored scored, Reason reason) {
        into.put(scored.productId(), new Candidate(scored.productId(), scored.score(), reason));
    }

    private static void rescale(Map<String, Candidate> candidates, double weight) {
        double greatest =
                candidates.values().stream().mapToDouble(Candidate::score).max().orElse(0);
        if (greatest > 0) {
            candidates.replaceAll((productId, candidate) ->
                    new Candidate(productId, candidate.score() * weight / greatest, candidate.reason()));
        }
    }

    private static Candidate together(Candidate one, Candidate other) {
        Reason reason = one.score() >= other.score() ? one.reason() : other.reason();
        return new Candidate(one.productId(), one.score() + other.score(), reason);
    }

    private static Candidate nothing(String productId) {
        return new Candidate(productId, 0, new Reason.InTheRange());
    }
}
