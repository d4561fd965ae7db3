package io.perennial.profile.affinity;

import java.util.Arrays;

/**
 * Sums by name in fixed space (Cormode and Muthukrishnan, 2005): never too low, too high by at most about 0.5 % of the
 * total. It is linear, so what it holds does not depend on the order things came in.
 */
final class CountMinSketch {

    static final int DEPTH = 4;
    static final int WIDTH = 512;

    private final double[] cells;

    CountMinSketch() {
        this(new double[DEPTH * WIDTH]);
    }

    CountMinSketch(double[] cells) {
        this.cells = cells;
    }

    void add(String name, double value) {
        long hash = hash(name);
        for (int row = 0; row < DEPTH; row++) {
            cells[cell(hash, row)] += value;
        }
    }

    double estimate(String name) {
        long hash = hash(name);
        double least = Double.MAX_VALUE;
        for (int row = 0; row < DEPTH; row++) {
            least = Math.min(least, cells[cell(hash, row)]);
        }
        return least;
    }

    void merge(CountMinSketch other) {
        Arrays.setAll(cells, i -> cells[i] + other.cells[i]);
    }

    void rescale(java.util.function.DoubleUnaryOperator scale) {
        Arrays.setAll(cells, i -> scale.applyAsDouble(cells[i]));
    }

    CountMinSketch copy() {
        return new CountMinSketch(cells.clone());
    }

    double[] cells() {
        return cells;
    }

    private static int cell(long hash, int row) {
        long mixed = (hash + row * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return row * WIDTH + (int) ((mixed >>> 33) % WIDTH);
    }

    /** FNV-1a over the characters: the same on every machine, as it is stored. */
    private static long hash(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
