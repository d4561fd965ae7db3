package io.perennial.recommendation.recommend;

import io.perennial.recommendation.blend.BlendScorer.Seed;
import io.perennial.recommendation.history.Signal;
import io.perennial.recommendation.history.SignalWeights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What of a shopper's history others are looked for from.
 *
 * @param most so many products
 */
record HistorySeeds(SignalWeights weights, int most) {

    /** By product, the heaviest. */
    Map<String, Double> weighted(List<Signal> newestFirst) {
        Map<String, Double> seeds = new HashMap<>();
        if (newestFirst.isEmpty()) {
            return seeds;
        }
        // As of the newest signal: only what weighs more than what matters, and a long absence must not round to
        // nothing.
        Instant newest = newestFirst.getFirst().at();
        newestFirst.forEach(signal -> seeds.put(signal.productId(), weights.of(signal, newest)));
        if (seeds.size() <= most) {
            return seeds;
        }
        Map<String, Double> heaviest = new HashMap<>();
        heaviest(seeds, most).forEach(seed -> heaviest.put(seed.getKey(), seed.getValue()));
        return heaviest;
    }

    /** The newest signals as the blend has learnt from them: what came at one time is one step. */
    List<Seed> steps(List<Signal> newestFirst) {
        List<Seed> steps = new ArrayList<>();
        for (Signal signal : newestFirst.subList(0, Math.min(most, newestFirst.size()))) {
            boolean first = steps.isEmpty();
            int step = first ? 0 : steps.getLast().steps();
            boolean further = !first
                    && signal.at().isBefore(newestFirst.get(steps.size() - 1).at());
            steps.add(new Seed(signal.productId(), further ? step + 1 : step, 1));
        }
        return steps;
    }

    /** So many at most, heaviest first, ties by product. */
    static Stream<Map.Entry<String, Double>> heaviest(Map<String, Double> seeds, int most) {
        return seeds.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most);
    }
}
