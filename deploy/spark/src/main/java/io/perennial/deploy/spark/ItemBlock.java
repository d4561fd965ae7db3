package io.perennial.deploy.spark;

import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.neighbours.NeighbourSearch;
import io.perennial.recommendation.sparse.Ranked;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import scala.Tuple2;

/** Products of consecutive numbers and all rows that hold one of them: what one task needs of the matrix. */
final class ItemBlock {

    private final SparseMatrix rows;
    private final SparseMatrix byItem;
    private final int from;
    private final int to;

    private ItemBlock(SparseMatrix rows, int from, int to) {
        this.rows = rows;
        this.byItem = rows.transposed();
        this.from = from;
        this.to = to;
    }

    /** The rows in their order, so that sums are those of one machine to the last bit. */
    static ItemBlock of(int block, int blocks, int items, Iterator<Tuple2<Integer, ShopperRow>> routed) {
        List<ShopperRow> sorted = StreamSupport.stream(
                        ((Iterable<Tuple2<Integer, ShopperRow>>) () -> routed).spliterator(), false)
                .map(Tuple2::_2)
                .sorted(Comparator.comparingLong(row -> row.place))
                .toList();
        var matrix = new SparseMatrix.Builder(items);
        for (var row : sorted) {
            for (var cell = 0; cell < row.items.length; cell++) {
                matrix.add(row.items[cell], row.weights[cell]);
            }
            matrix.endRow();
        }
        return new ItemBlock(matrix.build(), first(block, blocks, items), first(block + 1, blocks, items));
    }

    /** Which block a product is in. */
    static int holding(int item, int blocks, int items) {
        // The last block that begins no later.
        return (int) (((item + 1L) * blocks - 1) / items);
    }

    private static int first(int block, int blocks, int items) {
        return (int) ((long) block * items / blocks);
    }

    /** By product of this block, the length of its column. */
    Iterator<Tuple2<Integer, Double>> lengths() {
        var lengths = NeighbourSearch.lengths(byItem);
        return IntStream.range(from, to)
                .mapToObj(item -> new Tuple2<>(item, lengths[item]))
                .iterator();
    }

    /** By product of this block, its neighbours' numbers and similarities; the lengths are of all products. */
    Iterator<Tuple2<Integer, Tuple2<int[], float[]>>> neighbours(double[] lengths, JobSettings settings) {
        var search = new NeighbourSearch(rows, byItem, lengths, settings.parameters());
        return IntStream.range(from, to)
                .mapToObj(item -> new Tuple2<>(item, arrays(search.of(item))))
                .iterator();
    }

    private static Tuple2<int[], float[]> arrays(Ranked neighbours) {
        return new Tuple2<>(neighbours.keys(), neighbours.scores());
    }
}
