package io.perennial.recommendation.factor;

import io.perennial.recommendation.algebra.SparseMatrix;
import java.util.Arrays;

/**
 * One point's least squares against all points of the other side: (YᵀY + Yᵀ(C − 1)Y + ridge) x = YᵀC p, where C − 1 and p are zero
 * but in the row's cells; solved by conjugate gradients without forming the left side (Hu, Koren and Volinsky, 2008; Takács,
 * Pilászy and Tikk, "Applications of the conjugate gradient method for implicit feedback collaborative filtering", 2011).
 */
final class NormalEquation {

    private final AlsParameters parameters;
    private final float[] others;
    private final float[] gram;
    private final int factors;
    private final float[] residual;
    private final float[] direction;
    private final float[] image;

    /** For one thread; the others' points row by row, and their {@link #gram}. */
    NormalEquation(AlsParameters parameters, float[] others, float[] gram) {
        this.parameters = parameters;
        this.others = others;
        this.gram = gram;
        factors = parameters.factors();
        residual = new float[factors];
        direction = new float[factors];
        image = new float[factors];
    }

    /** Improves the point that stands in an array from an offset on; a row without cells goes to zero. */
    void solve(SparseMatrix strengths, int row, float[] points, int at) {
        int from = strengths.start(row);
        int to = strengths.start(row + 1);
        if (from == to) {
            Arrays.fill(points, at, at + factors, 0);
            return;
        }
        multiply(points, at, strengths, from, to);
        for (int i = 0; i < factors; i++) {
            residual[i] = -image[i];
        }
        for (int cell = from; cell < to; cell++) {
            add(residual, 1 + (float) parameters.alpha() * strengths.value(cell), strengths.column(cell) * factors);
        }
        System.arraycopy(residual, 0, direction, 0, factors);
        float length = dot(residual, 0, residual, 0, factors);
        for (int step = 0; step < parameters.steps() && length > 1e-12f; step++) {
            multiply(direction, 0, strengths, from, to);
            float pace = length / dot(direction, 0, image, 0, factors);
            for (int i = 0; i < factors; i++) {
                points[at + i] += pace * direction[i];
                residual[i] -= pace * image[i];
            }
            float shorter = dot(residual, 0, residual, 0, factors);
            for (int i = 0; i < factors; i++) {
                direction[i] = residual[i] + shorter / length * direction[i];
            }
            length = shorter;
        }
    }

    /** The left side times a vector, into the image. */
    private void multiply(float[] vector, int at, SparseMatrix strengths, int from, int to) {
        for (int i = 0; i < factors; i++) {
            image[i] = dot(gram, i * factors, vector, at, factors) + (float) parameters.ridge() * vector[at + i];
        }
        for (int cell = from; cell < to; cell++) {
            int other = strengths.column(cell) * factors;
            float along = dot(others, other, vector, at, factors);
            add(image, (float) parameters.alpha() * strengths.value(cell) * along, other);
        }
    }

    private void add(float[] into, float factor, int other) {
        for (int i = 0; i < factors; i++) {
            into[i] += factor * others[other + i];
        }
    }

    /** Of points row by row, the sum over all of the products of their factors. */
    static float[] gram(float[] points, int factors) {
        double[] sums = new double[factors * factors];
        for (int at = 0; at < points.length; at += factors) {
            for (int i = 0; i < factors; i++) {
                for (int j = 0; j <= i; j++) {
                    sums[i * factors + j] += (double) points[at + i] * points[at + j];
                }
            }
        }
        float[] gram = new float[factors * factors];
        for (int i = 0; i < factors; i++) {
            for (int j = 0; j <= i; j++) {
                gram[i * factors + j] = (float) sums[i * factors + j];
                gram[j * factors + i] = gram[i * factors + j];
            }
        }
        return gram;
    }

    /** Four sums side by side, so that additions need not wait for each other. */
    static float dot(float[] one, int from, float[] other, int at, int length) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            a += one[from + i] * other[at + i];
            b += one[from + i + 1] * other[at + i + 1];
            c += one[from + i + 2] * other[at + i + 2];
            d += one[from + i + 3] * other[at + i + 3];
        }
        for (; i < length; i++) {
            a += one[from + i] * other[at + i];
        }
        return a + b + (c + d);
    }
}
