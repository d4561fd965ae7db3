package io.perennial.recommendation.neighbours;

import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.sparse.Ranked;
import java.util.stream.IntStream;

/**
 * Item-to-item collaborative filtering: the cosine between items as columns of the shopper-by-item matrix (Sarwar,
 * Karypis, Konstan and Riedl, "Item-based collaborative filtering recommendation algorithms", WWW 2001; Linden, Smith
 * and York, "Amazon.com recommendations", IEEE Internet Computing 2003), shrunk where few shoppers stand behind it.
 *
 * <p>One pass an item over the rows that hold it, on all cores, so time grows with the sum of squared row lengths (the matrix
 * bounds them) and memory with the cells; the same matrix gives the same model, whatever the number of cores.
 */
public final class ItemToItemTrainer {

    /** Each has counters of its own; small, for popular items may lie together. */
    private static final int BLOCK = 256;

    private final ItemToItemParameters parameters;

    public ItemToItemTrainer(ItemToItemParameters parameters) {
        this.parameters = parameters;
    }

    public ItemToItemModel train(InteractionMatrix matrix) {
        return ItemToItemModel.of(matrix.items, neighbours(matrix.rows));
    }

    /** By column, its neighbours. */
    public Ranked[] neighbours(SparseMatrix rows) {
        SparseMatrix byItem = rows.transposed();
        double[] lengths = NeighbourSearch.lengths(byItem);
        Ranked[] all = new Ranked[lengths.length];
        IntStream.range(0, (all.length + BLOCK - 1) / BLOCK).parallel().forEach(block -> {
            NeighbourSearch search = new NeighbourSearch(rows, byItem, lengths, parameters);
            int to = Math.min(all.length, (block + 1) * BLOCK);
            for (int item = block * BLOCK; item < to; item++) {
                all[item] = search.of(item);
            }
        });
        return all;
    }
}
