package io.perennial.deploy.bench.recommendation;

import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.alike.ShopperBounds;
import io.perennial.recommendation.alike.ShopperToShopperModel;
import io.perennial.recommendation.alike.ShopperToShopperParameters;
import io.perennial.recommendation.alike.ShopperToShopperScorer;
import io.perennial.recommendation.alike.ShopperToShopperTrainer;
import io.perennial.recommendation.blend.Holdout;
import io.perennial.recommendation.blend.Scoring;
import io.perennial.recommendation.blend.Shelves;
import io.perennial.recommendation.sequence.Sequences;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;

/** User-based nearest neighbours, for the table: tuned on the same validation; popular products where they are silent. */
final class ShopperKnn implements Scoring {

    private static final ShopperBounds BOUNDS = new ShopperBounds(200_000, 200, 5_000);

    /** So many rounds over all that is tuned. */
    private static final int SWEEPS = 2;

    private static final double NEVER = 1e9;

    private final ShopperToShopperScorer scorer;
    private final double decay;
    private final float[] silent;

    private ShopperKnn(ShopperToShopperScorer scorer, double decay, int[] counts) {
        this.scorer = scorer;
        this.decay = decay;
        silent = new float[counts.length];
        for (var item = 0; item < counts.length; item++) {
            silent[item] = -1f / (1 + counts[item]);
        }
    }

    /**
     * What is tuned.
     *
     * @param decay steps after which what is asked of counts a third
     * @param fading the same of the neighbours' items
     */
    record Setting(int neighbours, double locality, double asymmetry, double decay, double fading) {

        private static final Setting FIRST = new Setting(100, 1, 0.5, NEVER, NEVER);

        private static final int THINGS = 5;

        /** This with one thing changed, by the number of the thing. */
        private List<Setting> others(int thing) {
            return switch (thing) {
                case 0 ->
                    each(k -> new Setting((int) k, locality, asymmetry, decay, fading), 20, 50, 100, 200, 500, 1000);
                case 1 -> each(power -> new Setting(neighbours, power, asymmetry, decay, fading), 0.5, 1, 1.5, 2, 3, 5);
                case 2 -> each(share -> new Setting(neighbours, locality, share, decay, fading), 0, .25, .5, .75, 1);
                case 3 ->
                    each(steps -> new Setting(neighbours, locality, asymmetry, steps, fading), 1, 2, 4, 8, 16, NEVER);
                default ->
                    each(steps -> new Setting(neighbours, locality, asymmetry, decay, steps), 2, 4, 8, 16, NEVER);
            };
        }

        private static List<Setting> each(DoubleFunction<Setting> changed, double... values) {
            return DoubleStream.of(values).mapToObj(changed).toList();
        }
    }

    /** The setting found best by NDCG@10, one thing after the other; the first of equals. */
    static Setting tuned(Sequences train, Holdout validation) {
        Map<Setting, Double> known = new HashMap<>();
        var best = Setting.FIRST;
        for (var i = 0; i < SWEEPS * Setting.THINGS; i++) {
            for (var other : best.others(i % Setting.THINGS)) {
                if (worth(known, other, train, validation) > worth(known, best, train, validation)) {
                    best = other;
                }
            }
        }
        return best;
    }

    private static double worth(Map<Setting, Double> known, Setting setting, Sequences train, Holdout validation) {
        return known.computeIfAbsent(setting, one -> Shelves.ndcg10(trained(one, train), validation));
    }

    static ShopperKnn trained(Setting setting, Sequences train) {
        var rows = new SparseMatrix.Builder(train.items());
        for (var shopper = 0; shopper < train.shoppers(); shopper++) {
            fill(rows, train, train.from(shopper), train.to(shopper), setting.fading());
        }
        var names = new String[train.items()];
        for (var item = 0; item < names.length; item++) {
            names[item] = "%09d".formatted(item);
        }
        var parameters = new ShopperToShopperParameters(setting.neighbours(), setting.locality(), setting.asymmetry());
        ShopperToShopperModel model = new ShopperToShopperTrainer(BOUNDS).train(names, rows.build());
        return new ShopperKnn(new ShopperToShopperScorer(model, parameters), setting.decay(), train.counts());
    }

    @Override
    public void score(float[] scores, Sequences sequences, int shopper, int to) {
        var row = new SparseMatrix.Builder(sequences.items());
        fill(row, sequences, sequences.from(shopper), to, decay);
        scorer.score(row.build(), 0, scores);
        for (var item = 0; item < scores.length; item++) {
            scores[item] = scores[item] > 0 ? scores[item] : silent[item];
        }
    }

    /** An item weighs by how many steps lie between its last and the newest. */
    private static void fill(SparseMatrix.Builder rows, Sequences sequences, int from, int to, double decay) {
        Map<Integer, Float> weights = new TreeMap<>();
        for (var place = from; place < to; place++) {
            var steps = sequences.step(to - 1) - sequences.step(place);
            weights.put(sequences.item(place), (float) Math.exp(-steps / decay));
        }
        weights.forEach((item, weight) -> {
            if (weight > 0) {
                rows.add(item, weight);
            }
        });
        rows.endRow();
    }
}
