package io.perennial.recommendation.alike;

import io.perennial.recommendation.algebra.SparseMatrix;

/**
 * User-based collaborative filtering (Herlocker, Konstan, Borchers and Riedl, "An algorithmic framework for performing
 * collaborative filtering", SIGIR 1999). There is nothing to fit: the model is the shoppers themselves, bounded, and an
 * index of who took what. Linear in the cells; the same rows give the same model.
 */
public final class ShopperToShopperTrainer {

    private final ShopperBounds bounds;

    public ShopperToShopperTrainer(ShopperBounds bounds) {
        this.bounds = bounds;
    }

    /**
     * Of shoppers by items.
     *
     * @param items the columns' ids, sorted
     * @param rows positive weights, the newest shopper last
     */
    public ShopperToShopperModel train(String[] items, SparseMatrix rows) {
        SparseMatrix byItem = newestFirst(rows).transposed();
        // Turned back, each row is in the items' order.
        SparseMatrix byShopper = byItem.transposed();
        return new ShopperToShopperModel(items.clone(), byShopper, newest(byItem), lengths(byShopper));
    }

    private SparseMatrix newestFirst(SparseMatrix rows) {
        SparseMatrix.Builder newest = new SparseMatrix.Builder(rows.columns());
        int end = Math.max(0, rows.rows() - bounds.shoppers());
        for (int row = rows.rows() - 1; row >= end; row--) {
            for (int cell = rows.start(row); cell < rows.start(row + 1); cell++) {
                newest.add(rows.column(cell), rows.value(cell));
            }
            newest.endRow();
        }
        return newest.build().heaviest(bounds.items(), (row, column, value) -> value);
    }

    private SparseMatrix newest(SparseMatrix byItem) {
        SparseMatrix.Builder lists = new SparseMatrix.Builder(byItem.columns());
        for (int item = 0; item < byItem.rows(); item++) {
            int to = Math.min(byItem.start(item + 1), byItem.start(item) + bounds.shoppersPerItem());
            for (int cell = byItem.start(item); cell < to; cell++) {
                lists.add(byItem.column(cell), byItem.value(cell));
            }
            lists.endRow();
        }
        return lists.build();
    }

    private static double[] lengths(SparseMatrix rows) {
        double[] lengths = new double[rows.rows()];
        for (int row = 0; row < lengths.length; row++) {
            for (int cell = rows.start(row); cell < rows.start(row + 1); cell++) {
                lengths[row] += (double) rows.value(cell) * rows.value(cell);
            }
            lengths[row] = Math.sqrt(lengths[row]);
        }
        return lengths;
    }
}
