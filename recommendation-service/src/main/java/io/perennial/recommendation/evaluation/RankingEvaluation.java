package io.perennial.recommendation.evaluation;

import io.perennial.recommendation.evaluation.RankingReport.Cutoff;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Collects the lists a model answered and what shoppers then took. Lists are the ten best of all products but those the
 * shopper knew: full ranking, nothing sampled.
 *
 * @param <T> what a product is called
 */
public final class RankingEvaluation<T> {

    public static final int TOP = 10;

    private static final int[] SEGMENTS = {1, 5, 10, 20, 50};

    private final Map<T, Integer> popularity;
    private final Map<T, Double> percentiles;
    private final double interactions;
    private final Map<T, Integer> shown = new HashMap<>();
    private final Sums all = new Sums();
    private final TreeMap<Integer, Sums> segments = new TreeMap<>();
    private double surprise;
    private double percentile;
    private long places;

    /** @param popularity interactions before the cut of each product of the range */
    public RankingEvaluation(Map<T, Integer> popularity) {
        this.popularity = Map.copyOf(popularity);
        interactions =
                popularity.values().stream().mapToDouble(Integer::doubleValue).sum();
        percentiles = percentiles(popularity);
        for (int from : SEGMENTS) {
            segments.put(from, new Sums());
        }
    }

    /**
     * Adds a case.
     *
     * @param historyLength how many products the shopper knew
     * @param shelf best first; what is beyond the ten best is not looked at
     * @param targets what the shopper took, not empty
     */
    public void add(int historyLength, List<T> shelf, Set<T> targets) {
        Gain gain = Gain.of(shelf, targets);
        all.add(gain);
        segments.getOrDefault(segments.floorKey(Math.max(1, historyLength)), all)
                .add(gain);
        for (T product : shelf.subList(0, Math.min(TOP, shelf.size()))) {
            shown.merge(product, 1, Integer::sum);
            percentile += percentiles.getOrDefault(product, 0.0);
            surprise += Math.log(interactions / Math.max(1, popularity.getOrDefault(product, 0))) / Math.log(2);
            places++;
        }
    }

    /** Of the cases so far. */
    public RankingReport report() {
        List<RankingReport.Segment> parts = new ArrayList<>();
        segments.forEach((from, sums) -> {
            if (sums.cases > 0) {
                parts.add(new RankingReport.Segment(from, sums.cases, sums.hr(TOP), sums.ndcg(TOP)));
            }
        });
        List<Cutoff> cutoffs = IntStream.rangeClosed(1, TOP)
                .mapToObj(k -> new Cutoff(k, all.hr(k), all.ndcg(k)))
                .toList();
        double filled = Math.max(1, places);
        return new RankingReport(
                all.cases,
                all.hr(TOP),
                all.ndcg(TOP),
                all.mean(all.mrr),
                all.mean(all.map),
                popularity.isEmpty() ? 0 : (double) shown.size() / popularity.size(),
                surprise / filled,
                percentile / filled,
                exposureGini(),
                parts,
                all.cases > 0 ? cutoffs : List.of());
    }

    private double exposureGini() {
        int[] counts = new int[Math.max(popularity.size(), shown.size())];
        int at = 0;
        for (int count : shown.values()) {
            counts[at++] = count;
        }
        Arrays.sort(counts);
        double weighted = 0;
        for (int i = 0; i < counts.length; i++) {
            weighted += (2.0 * (i + 1) - counts.length - 1) * counts[i];
        }
        return places == 0 ? 0 : weighted / (counts.length * (double) places);
    }

    /** The share of the range that is less popular, those as popular counted half. */
    private static <T> Map<T, Double> percentiles(Map<T, Integer> popularity) {
        int[] sorted = popularity.values().stream()
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        Map<Integer, Double> byCount = new HashMap<>();
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            byCount.put(sorted[from], (from + to) / 2.0 / sorted.length);
            from = to;
        }
        Map<T, Double> percentiles = HashMap.newHashMap(popularity.size());
        popularity.forEach((product, count) -> percentiles.put(product, byCount.getOrDefault(count, 0.0)));
        return percentiles;
    }

    /** Sums over cases; by cut-off, from one. */
    private static final class Sums {

        private final double[] hits = new double[TOP];
        private final double[] gains = new double[TOP];
        private int cases;
        private double mrr;
        private double map;

        void add(Gain gain) {
            cases++;
            for (int k = 1; k <= TOP; k++) {
                hits[k - 1] += gain.hit(k);
                gains[k - 1] += gain.ndcg(k);
            }
            mrr += gain.reciprocalRank();
            map += gain.averagePrecision();
        }

        double hr(int k) {
            return mean(hits[k - 1]);
        }

        double ndcg(int k) {
            return mean(gains[k - 1]);
        }

        double mean(double sum) {
            return sum / Math.max(1, cases);
        }
    }
}
