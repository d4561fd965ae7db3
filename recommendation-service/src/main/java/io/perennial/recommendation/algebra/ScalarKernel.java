package io.perennial.recommendation.algebra;

import static io.perennial.recommendation.algebra.SymmetricMatrix.TILE;

import java.util.Arrays;

/** Without the Vector API, in loops plain enough for the JIT compiler to vectorise by itself. */
final class ScalarKernel implements Kernel {

    private static final int TOGETHER = 4;

    @Override
    public String describe() {
        return "scalar (start with --add-modules jdk.incubator.vector for the vector one)";
    }

    @Override
    public int panel() {
        return TILE;
    }

    @Override
    public void subtractProduct(float[] tile, float[] left, float[] right) {
        // Arrays of their own, read at the loop's index and no other: what the JIT can prove independent.
        float[][] rows = new float[TILE][];
        for (int k = 0; k < TILE; k++) {
            rows[k] = Arrays.copyOfRange(right, k * TILE, (k + 1) * TILE);
        }
        float[] sums = new float[TILE];
        for (int row = 0; row < TILE; row++) {
            Arrays.fill(sums, 0);
            for (int k = 0; k < TILE; k += TOGETHER) {
                add(sums, left, row * TILE + k, rows[k], rows[k + 1], rows[k + 2], rows[k + 3]);
            }
            for (int j = 0; j < TILE; j++) {
                tile[row * TILE + j] -= sums[j];
            }
        }
    }

    @Override
    public void addScaled(float factor, float[] from, int at, float[] into, int to, int length) {
        for (int i = 0; i < length; i++) {
            into[to + i] += factor * from[at + i];
        }
    }

    /** Four sums side by side, so that additions need not wait for each other. */
    @Override
    public float dot(float[] one, int at, float[] other, int to, int length) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int i = 0; i < length; i += TOGETHER) {
            a += one[at + i] * other[to + i];
            b += one[at + i + 1] * other[to + i + 1];
            c += one[at + i + 2] * other[to + i + 2];
            d += one[at + i + 3] * other[to + i + 3];
        }
        return a + b + (c + d);
    }

    private static void add(float[] sums, float[] left, int at, float[] r, float[] s, float[] t, float[] u) {
        float a = left[at];
        float b = left[at + 1];
        float c = left[at + 2];
        float d = left[at + 3];
        for (int j = 0; j < TILE; j++) {
            sums[j] += a * r[j] + b * s[j] + c * t[j] + d * u[j];
        }
    }
}
