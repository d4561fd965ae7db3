package io.perennial.recommendation.algebra;

import java.util.stream.IntStream;

/**
 * A dense symmetric matrix in single precision: the lower half in square tiles of {@value #TILE} rows, two bytes a cell of
 * the whole. Rows beyond its order are those of the identity, so that every tile is full.
 */
public final class SymmetricMatrix {

    static final int TILE = 256;

    private final int order;
    private final int tiles;
    private final float[][] lower;

    /** Zero. @throws IllegalArgumentException where the order is negative */
    public SymmetricMatrix(int order) {
        if (order < 0) {
            throw new IllegalArgumentException("a matrix of order " + order);
        }
        this.order = order;
        tiles = (order + TILE - 1) / TILE;
        lower = new float[tiles * (tiles + 1) / 2][TILE * TILE];
        for (int pad = order; pad < tiles * TILE; pad++) {
            lower[place(pad / TILE, pad / TILE)][pad % TILE * (TILE + 1)] = 1;
        }
    }

    /** Bytes that a matrix of this order takes, its inversion included. */
    public static long bytes(int order) {
        long tiles = (order + TILE - 1L) / TILE;
        return Float.BYTES * (long) TILE * TILE * (tiles * (tiles + 1) / 2 + 3 * tiles);
    }

    public int order() {
        return order;
    }

    public float get(int row, int column) {
        return row >= column ? tile(row / TILE, column / TILE)[row % TILE * TILE + column % TILE] : get(column, row);
    }

    /** Adds to a cell and its mirror image. */
    public void add(int row, int column, float amount) {
        if (row < column) {
            add(column, row, amount);
        } else {
            tile(row / TILE, column / TILE)[row % TILE * TILE + column % TILE] += amount;
        }
    }

    /** Copies a row into the beginning of an array of at least the order's length. */
    public void row(int row, float[] into) {
        int mine = row / TILE;
        int within = row % TILE;
        for (int other = 0; other < tiles; other++) {
            int from = other * TILE;
            int count = Math.min(TILE, order - from);
            if (other < mine) {
                System.arraycopy(tile(mine, other), within * TILE, into, from, count);
            } else {
                // On the diagonal only the lower half of a tile is kept up.
                for (int i = 0; i < count; i++) {
                    into[from + i] = get(row, from + i);
                }
            }
        }
    }

    /** Copies some neighbouring cells of a row into the beginning of an array; they lie in one tile. */
    void piece(int row, int from, int count, float[] into) {
        int mine = row / TILE;
        int other = from / TILE;
        if (other < mine) {
            System.arraycopy(tile(mine, other), row % TILE * TILE + from % TILE, into, 0, count);
        } else {
            for (int i = 0; i < count; i++) {
                into[i] = get(row, from + i);
            }
        }
    }

    int tiles() {
        return tiles;
    }

    /** The tile of a tile row and a tile column not right of it, row by row. */
    float[] tile(int row, int column) {
        return lower[place(row, column)];
    }

    /** Every tile on or below the diagonal, in parallel. */
    void forEachTile(TileAction action) {
        IntStream.range(0, lower.length).parallel().forEach(place -> {
            int row = (int) ((Math.sqrt(8.0 * place + 1) - 1) / 2);
            action.on(row, place - row * (row + 1) / 2, lower[place]);
        });
    }

    private static int place(int row, int column) {
        return row * (row + 1) / 2 + column;
    }

    /** What is done with a tile. */
    interface TileAction {
        void on(int row, int column, float[] tile);
    }
}
