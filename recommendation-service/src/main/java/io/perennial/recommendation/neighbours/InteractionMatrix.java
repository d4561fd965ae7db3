package io.perennial.recommendation.neighbours;

import io.perennial.recommendation.algebra.SparseMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Shoppers by items. Items are in the order of their ids: the same shoppers give the same matrix. */
public final class InteractionMatrix {

    final String[] items;
    final SparseMatrix rows;

    private InteractionMatrix(String[] items, SparseMatrix rows) {
        this.items = items;
        this.rows = rows;
    }

    public int shoppers() {
        return rows.rows();
    }

    public int products() {
        return items.length;
    }

    public int cells() {
        return rows.cells();
    }

    /** Collects one row a shopper; holds eight bytes a cell. */
    public static final class Builder {

        private final int longestRow;
        private final Map<String, Integer> indexes = new HashMap<>();
        private final List<String> ids = new ArrayList<>();
        private final SparseMatrix.Builder rows = new SparseMatrix.Builder(Integer.MAX_VALUE);
        private int cells;

        /** Of a longer row, the heaviest cells are kept. */
        public Builder(int longestRow) {
            this.longestRow = longestRow;
        }

        /** Adds a shopper; weights that are not positive are left out. */
        public Builder add(Map<String, Double> weights) {
            InteractionRow row = InteractionRow.of(weights, longestRow);
            if (!row.products().isEmpty()) {
                for (int i = 0; i < row.products().size(); i++) {
                    rows.add(index(row.products().get(i)), row.weights().get(i));
                }
                rows.endRow();
                cells += row.products().size();
            }
            return this;
        }

        public int cells() {
            return cells;
        }

        public InteractionMatrix build() {
            int[] sorted = IntStream.range(0, ids.size())
                    .boxed()
                    .sorted(Comparator.comparing(ids::get))
                    .mapToInt(Integer::intValue)
                    .toArray();
            String[] items = new String[sorted.length];
            int[] names = new int[sorted.length];
            for (int i = 0; i < sorted.length; i++) {
                items[i] = ids.get(sorted[i]);
                names[sorted[i]] = i;
            }
            return new InteractionMatrix(items, rows.build().named(names));
        }

        private int index(String productId) {
            return indexes.computeIfAbsent(productId, id -> {
                ids.add(id);
                return ids.size() - 1;
            });
        }
    }
}
