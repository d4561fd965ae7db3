package io.perennial.recommendation.ranker;

import java.util.List;

/** The seen places of shelves as rows of a regression: features' roots and a one, the place, and whether it was chosen. */
final class ClickRows {

    private static final Feature[] FEATURES = Feature.values();

    final int size;
    final FeatureRow[] features;
    final byte[] place;
    final boolean[] chosen;
    final float[] weight;

    /** @param orderWeight what an order counts beside a click */
    ClickRows(List<JudgedShelf> shelves, double orderWeight) {
        size = shelves.stream()
                .mapToInt(shelf -> Integer.bitCount(shelf.seen()))
                .sum();
        features = new FeatureRow[size];
        place = new byte[size];
        chosen = new boolean[size];
        weight = new float[size];
        int row = 0;
        for (JudgedShelf shelf : shelves) {
            for (int at = 0; at < shelf.items().size(); at++) {
                if (shelf.seen(at)) {
                    features[row] = shelf.items().get(at);
                    place[row] = (byte) at;
                    chosen[row] = shelf.chosen(at);
                    weight[row++] = (float) (shelf.ordered(at) ? orderWeight : 1);
                }
            }
        }
    }

    /** How long the longest shelf was, as far as it was seen; at least 1. */
    int places() {
        int last = 0;
        for (byte one : place) {
            last = Math.max(last, one);
        }
        return last + 1;
    }

    /** Writes a row's roots of the given features, and a one last. */
    void read(int row, Feature[] used, double[] x) {
        for (int i = 0; i < used.length; i++) {
            x[i] = features[row].root(used[i]);
        }
        x[used.length] = 1;
    }

    /** By feature, what stands at its place among those used; 0 for the others. */
    static double[] spread(Feature[] used, double[] coefficients) {
        double[] all = new double[FEATURES.length];
        for (int i = 0; i < used.length; i++) {
            all[used[i].place()] = coefficients[i];
        }
        return all;
    }
}
