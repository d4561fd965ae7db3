package io.perennial.recommendation.content;

import io.perennial.recommendation.algebra.SparseMatrix;

/** The terms of one product in a table: many are compared with it, each by a look at its own terms. */
final class TermWeights {

    private static final int FEWEST_PLACES = 16;

    /** Of a term its number and one, 0 where none stands; at most half full. */
    private final int[] terms;

    private final float[] weights;

    /** Of a row of the vectors. */
    TermWeights(SparseMatrix vectors, int row) {
        int size = vectors.start(row + 1) - vectors.start(row);
        terms = new int[Math.max(FEWEST_PLACES, Integer.highestOneBit(Math.max(1, size)) * 4)];
        weights = new float[terms.length];
        for (int cell = vectors.start(row); cell < vectors.start(row + 1); cell++) {
            int place = place(vectors.column(cell));
            terms[place] = vectors.column(cell) + 1;
            weights[place] = vectors.value(cell);
        }
    }

    /** The inner product with another row. */
    double dot(SparseMatrix vectors, int row) {
        double dot = 0;
        for (int cell = vectors.start(row); cell < vectors.start(row + 1); cell++) {
            dot += vectors.value(cell) * weights[place(vectors.column(cell))];
        }
        return dot;
    }

    /** Where a term stands, or else where it would: there its weight is 0. */
    private int place(int term) {
        int mask = terms.length - 1;
        int place = ((term * 0x9E3779B9) >>> 7) & mask;
        while (terms[place] != 0 && terms[place] != term + 1) {
            place = (place + 1) & mask;
        }
        return place;
    }
}
