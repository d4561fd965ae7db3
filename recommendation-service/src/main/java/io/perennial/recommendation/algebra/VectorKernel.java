package io.perennial.recommendation.algebra;

import static io.perennial.recommendation.algebra.SymmetricMatrix.TILE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * By the Vector API; of tiles four rows by two vectors of columns at a time stay in registers (Goto and van de
 * Geijn, "Anatomy of high-performance matrix multiplication", 2008).
 */
final class VectorKernel implements Kernel {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int PANEL = 2 * LANES;
    private static final int ROWS = 4;
    /** A panel of this many rows stays in the first-level cache. */
    private static final int DEPTH = TILE / 2;
    /**
     * So many rows are done before the next: of them tile and left factor stay in the first-level cache, and are fetched from memory
     * row after row, which the processor sees coming; a column of panels down the whole tile is a cache line a page.
     */
    private static final int SLAB = 16;

    /** Not a constant for C2, which else would unroll the loop over its rows, and be slower for it. */
    private final int slab;

    VectorKernel() {
        this(SLAB);
    }

    private VectorKernel(int slab) {
        this.slab = slab;
    }

    @Override
    public String describe() {
        return "vector of " + SPECIES.vectorBitSize() + " bits";
    }

    @Override
    public int panel() {
        return PANEL;
    }

    @Override
    public void subtractProduct(float[] tile, float[] left, float[] right) {
        for (int top = 0; top < TILE; top += slab) {
            for (int from = 0; from < TILE; from += PANEL) {
                for (int depth = 0; depth < TILE; depth += DEPTH) {
                    for (int row = top; row < top + slab; row += ROWS) {
                        subtract(tile, row * TILE + from, left, row * TILE + depth, right, from * TILE + depth * PANEL);
                    }
                }
            }
        }
    }

    @Override
    public void addScaled(float factor, float[] from, int at, float[] into, int to, int length) {
        FloatVector times = FloatVector.broadcast(SPECIES, factor);
        for (int i = 0; i < length; i += LANES) {
            times.fma(FloatVector.fromArray(SPECIES, from, at + i), FloatVector.fromArray(SPECIES, into, to + i))
                    .intoArray(into, to + i);
        }
    }

    @Override
    public float dot(float[] one, int at, float[] other, int to, int length) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int i = 0; i < length; i += LANES) {
            sum = FloatVector.fromArray(SPECIES, one, at + i).fma(FloatVector.fromArray(SPECIES, other, to + i), sum);
        }
        return sum.reduceLanes(VectorOperators.ADD);
    }

    private static void subtract(float[] tile, int at, float[] left, int row, float[] right, int panel) {
        FloatVector a0 = FloatVector.zero(SPECIES);
        FloatVector a1 = a0;
        FloatVector b0 = a0;
        FloatVector b1 = a0;
        FloatVector c0 = a0;
        FloatVector c1 = a0;
        FloatVector d0 = a0;
        FloatVector d1 = a0;
        for (int k = 0; k < DEPTH; k++) {
            FloatVector first = FloatVector.fromArray(SPECIES, right, panel + k * PANEL);
            FloatVector second = FloatVector.fromArray(SPECIES, right, panel + k * PANEL + LANES);
            FloatVector a = FloatVector.broadcast(SPECIES, left[row + k]);
            a0 = a.fma(first, a0);
            a1 = a.fma(second, a1);
            FloatVector b = FloatVector.broadcast(SPECIES, left[row + TILE + k]);
            b0 = b.fma(first, b0);
            b1 = b.fma(second, b1);
            FloatVector c = FloatVector.broadcast(SPECIES, left[row + 2 * TILE + k]);
            c0 = c.fma(first, c0);
            c1 = c.fma(second, c1);
            FloatVector d = FloatVector.broadcast(SPECIES, left[row + 3 * TILE + k]);
            d0 = d.fma(first, d0);
            d1 = d.fma(second, d1);
        }
        subtract(tile, at, a0, a1);
        subtract(tile, at + TILE, b0, b1);
        subtract(tile, at + 2 * TILE, c0, c1);
        subtract(tile, at + 3 * TILE, d0, d1);
    }

    private static void subtract(float[] tile, int at, FloatVector first, FloatVector second) {
        FloatVector.fromArray(SPECIES, tile, at).sub(first).intoArray(tile, at);
        FloatVector.fromArray(SPECIES, tile, at + LANES).sub(second).intoArray(tile, at + LANES);
    }
}
