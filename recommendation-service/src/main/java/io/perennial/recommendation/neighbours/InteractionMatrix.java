package io.perennial.recommendation.neighbours;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Shoppers by items in compressed rows, each row scaled to length one, so that a wholesaler's thousand items say no more
 * than a household's ten (Deshpande and Karypis, 2004). Items are in the order of their ids: the same shoppers give the
 * same matrix.
 */
public final class InteractionMatrix {

    final String[] items;
    /** Row r is cells rowStart[r] to rowStart[r + 1]. */
    final int[] rowStart;

    final int[] cellItem;
    final float[] cellWeight;

    private InteractionMatrix(String[] items, int[] rowStart, int[] cellItem, float[] cellWeight) {
        this.items = items;
        this.rowStart = rowStart;
        this.cellItem = cellItem;
        this.cellWeight = cellWeight;
    }

    public int shoppers() {
        return rowStart.length - 1;
    }

    public int products() {
        return items.length;
    }

    public int cells() {
        return cellItem.length;
    }

    /** Collects one row a shopper; holds eight bytes a cell. */
    public static final class Builder {

        private final int longestRow;
        private final Map<String, Integer> indexes = new HashMap<>();
        private final List<String> ids = new ArrayList<>();
        private int[] rowStart = new int[1024];
        private int[] cellItem = new int[8192];
        private float[] cellWeight = new float[8192];
        private int rows;
        private int cells;

        /** Of a longer row, the heaviest cells are kept. */
        public Builder(int longestRow) {
            this.longestRow = longestRow;
        }

        /** Adds a shopper; weights that are not positive are left out. */
        public Builder add(Map<String, Double> weights) {
            List<Map.Entry<String, Double>> row = weights.entrySet().stream()
                    .filter(cell -> cell.getValue() > 0)
                    .sorted(Map.Entry.<String, Double>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(longestRow)
                    .toList();
            if (row.isEmpty()) {
                return this;
            }
            double length = Math.sqrt(row.stream()
                    .mapToDouble(cell -> cell.getValue() * cell.getValue())
                    .sum());
            grow(row.size());
            for (Map.Entry<String, Double> cell : row) {
                cellItem[cells] = index(cell.getKey());
                cellWeight[cells++] = (float) (cell.getValue() / length);
            }
            rowStart[++rows] = cells;
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
            int[] renamed = new int[sorted.length];
            for (int i = 0; i < sorted.length; i++) {
                items[i] = ids.get(sorted[i]);
                renamed[sorted[i]] = i;
            }
            int[] cellItems = new int[cells];
            Arrays.setAll(cellItems, cell -> renamed[cellItem[cell]]);
            return new InteractionMatrix(
                    items, Arrays.copyOf(rowStart, rows + 1), cellItems, Arrays.copyOf(cellWeight, cells));
        }

        private int index(String productId) {
            return indexes.computeIfAbsent(productId, id -> {
                ids.add(id);
                return ids.size() - 1;
            });
        }

        private void grow(int more) {
            if (rows + 2 > rowStart.length) {
                rowStart = Arrays.copyOf(rowStart, rowStart.length * 2);
            }
            if (cells + more > cellItem.length) {
                int capacity = Math.max(cellItem.length * 2, cells + more);
                cellItem = Arrays.copyOf(cellItem, capacity);
                cellWeight = Arrays.copyOf(cellWeight, capacity);
            }
        }
    }
}
