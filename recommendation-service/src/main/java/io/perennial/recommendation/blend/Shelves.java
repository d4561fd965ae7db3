package io.perennial.recommendation.blend;

import io.perennial.recommendation.evaluation.RankingEvaluation;
import io.perennial.recommendation.evaluation.RankingReport;
import io.perennial.recommendation.sequence.Sequences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The ten best of all items that a model answers to each case of a holdout, known ones left out. */
public final class Shelves {

    private static final int TOP = RankingEvaluation.TOP;

    private Shelves() {}

    /** Normalised discounted cumulative gain at ten, averaged over the cases. */
    public static double ndcg10(Scoring scoring, Holdout holdout) {
        RankingEvaluation<Integer> evaluation = new RankingEvaluation<>(Map.of());
        add(scoring, holdout, evaluation);
        return evaluation.report().ndcg10();
    }

    /**
     * The whole report.
     *
     * @param counts interactions of each item before what is held out: the range and its popularity
     */
    public static RankingReport report(Scoring scoring, Holdout holdout, int[] counts) {
        Map<Integer, Integer> popularity = HashMap.newHashMap(counts.length);
        for (int item = 0; item < counts.length; item++) {
            popularity.put(item, counts[item]);
        }
        RankingEvaluation<Integer> evaluation = new RankingEvaluation<>(popularity);
        add(scoring, holdout, evaluation);
        return evaluation.report();
    }

    private static void add(Scoring scoring, Holdout holdout, RankingEvaluation<Integer> evaluation) {
        List<List<Integer>> shelves = of(scoring, holdout);
        for (int i = 0; i < shelves.size(); i++) {
            Holdout.Case one = holdout.cases().get(i);
            evaluation.add(one.to() - holdout.sequences().from(one.shopper()), shelves.get(i), one.targets());
        }
    }

    /** The mean over the cases of a part's best score, at least a hair: a scale that makes models comparable. */
    static double meanBest(Part part, Holdout holdout) {
        Sequences sequences = holdout.sequences();
        float[] scores = new float[sequences.items()];
        double sum = 0;
        for (Holdout.Case one : holdout.cases()) {
            Arrays.fill(scores, 0);
            part.addTo(scores, sequences, one.shopper(), one.to());
            float best = 0;
            for (float score : scores) {
                best = Math.max(best, score);
            }
            sum += best;
        }
        return Math.max(1e-6, sum / Math.max(1, holdout.cases().size()));
    }

    /** In the order of the cases. */
    static List<List<Integer>> of(Scoring scoring, Holdout holdout) {
        Sequences sequences = holdout.sequences();
        ThreadLocal<float[]> buffer = ThreadLocal.withInitial(() -> new float[sequences.items()]);
        return IntStream.range(0, holdout.cases().size())
                .parallel()
                .mapToObj(i -> {
                    Holdout.Case one = holdout.cases().get(i);
                    float[] scores = buffer.get();
                    scoring.score(scores, sequences, one.shopper(), one.to());
                    for (int place = sequences.from(one.shopper()); place < one.to(); place++) {
                        scores[sequences.item(place)] = Float.NEGATIVE_INFINITY;
                    }
                    return best(scores);
                })
                .toList();
    }

    /** The best first, ties by lower number. */
    static List<Integer> best(float[] scores) {
        int[] items = new int[TOP];
        int count = 0;
        float floor = Float.NEGATIVE_INFINITY;
        for (int item = 0; item < scores.length; item++) {
            if (scores[item] > floor) {
                int place = count < TOP ? count++ : TOP - 1;
                while (place > 0 && scores[items[place - 1]] < scores[item]) {
                    items[place] = items[place - 1];
                    place--;
                }
                items[place] = item;
                floor = count < TOP ? floor : scores[items[TOP - 1]];
            }
        }
        List<Integer> best = new ArrayList<>(count);
        for (int place = 0; place < count; place++) {
            best.add(items[place]);
        }
        return best;
    }
}
