package io.perennial.recommendation.ranker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Shelves of ten drawn at random, whose shoppers look at places less the lower they stand and choose what they look at by its features
 * alone.
 */
public final class ShownShelves {

    private static final int SIZE = 10;

    private final Random random;
    private final ToDoubleFunction<FeatureRow> relevance;
    private final double[] examination = new double[SIZE];

    /** @param power examination falls with the place to this power */
    public ShownShelves(Random random, double power, ToDoubleFunction<FeatureRow> relevance) {
        this.random = random;
        this.relevance = relevance;
        for (int place = 0; place < SIZE; place++) {
            examination[place] = Math.pow(place + 1, -power);
        }
    }

    double examination(int place) {
        return examination[place];
    }

    /** Each product with all features drawn at random, on top those with most of one, though not always. */
    public List<JudgedShelf> sortedBy(Feature first, double noise, int count) {
        List<JudgedShelf> shelves = new ArrayList<>();
        for (int shelf = 0; shelf < count; shelf++) {
            List<FeatureRow> items = new ArrayList<>();
            for (int item = 0; item < SIZE; item++) {
                items.add(anything());
            }
            items.sort(Comparator.comparingDouble(
                    (FeatureRow row) -> -row.root(first) + noise * row.hashCode() / Integer.MAX_VALUE));
            shelves.add(judged(items));
        }
        return shelves;
    }

    private FeatureRow anything() {
        FeatureRow row = FeatureRow.NONE;
        for (Feature feature :
                List.of(Feature.FIXED, Feature.BLEND, Feature.AFFINITY, Feature.POPULARITY, Feature.MARGIN)) {
            row = row.with(feature, random.nextDouble());
        }
        return row;
    }

    private JudgedShelf judged(List<FeatureRow> items) {
        int chosen = 0;
        for (int place = 0; place < SIZE; place++) {
            if (random.nextDouble() < examination[place] * relevance.applyAsDouble(items.get(place))) {
                chosen |= 1 << place;
            }
        }
        return new JudgedShelf(items, (1 << SIZE) - 1, chosen, 0);
    }

    static double logistic(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
