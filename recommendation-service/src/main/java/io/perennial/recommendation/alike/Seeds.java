package io.perennial.recommendation.alike;

import io.perennial.recommendation.algebra.SparseMatrix;
import java.util.Map;

/** The products an answer begins from, those the model knows, in the order of their ids, so that rounding is the same every time. */
final class Seeds {

    private final int[] items;
    private final double[] weights;

    private Seeds(int[] items, double[] weights) {
        this.items = items;
        this.weights = weights;
    }

    static Seeds of(Map<String, Double> seeds, ShopperToShopperModel model) {
        int[] items = seeds.entrySet().stream()
                .filter(seed -> seed.getValue() > 0)
                .mapToInt(seed -> model.indexOf(seed.getKey()))
                .filter(item -> item >= 0)
                .sorted()
                .toArray();
        double[] weights = new double[items.length];
        for (int seed = 0; seed < items.length; seed++) {
            weights[seed] = seeds.getOrDefault(model.items[items[seed]], 0.0);
        }
        return new Seeds(items, weights);
    }

    static Seeds of(SparseMatrix rows, int row) {
        int size = rows.start(row + 1) - rows.start(row);
        int[] items = new int[size];
        double[] weights = new double[size];
        for (int seed = 0; seed < size; seed++) {
            items[seed] = rows.column(rows.start(row) + seed);
            weights[seed] = rows.value(rows.start(row) + seed);
        }
        return new Seeds(items, weights);
    }

    int size() {
        return items.length;
    }

    int item(int seed) {
        return items[seed];
    }

    double weight(int seed) {
        return weights[seed];
    }

    double length() {
        double squares = 0;
        for (double weight : weights) {
            squares += weight * weight;
        }
        return Math.sqrt(squares);
    }
}
