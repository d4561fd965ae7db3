package io.perennial.recommendation.neighbours;

import io.perennial.recommendation.product.NumberedProducts;
import io.perennial.recommendation.sparse.Ranked;
import java.util.ArrayList;
import java.util.List;

/**
 * For each product its most similar ones, most similar first, in primitive arrays: eight bytes a neighbour. Immutable, so
 * a request that began on it ends on it while another is swapped in.
 */
public final class ItemToItemModel {

    /** Knows nothing. */
    public static final ItemToItemModel EMPTY =
            new ItemToItemModel(new String[0], new int[] {0}, new int[0], new float[0]);

    final NumberedProducts items;
    /** The neighbours of item i are start[i] to start[i + 1]. */
    final int[] start;

    final int[] neighbours;
    final float[] similarities;

    ItemToItemModel(String[] items, int[] start, int[] neighbours, float[] similarities) {
        this.items = new NumberedProducts(items);
        this.start = start;
        this.neighbours = neighbours;
        this.similarities = similarities;
    }

    /** Of items in the order of their ids, and the neighbours of each. */
    public static ItemToItemModel of(String[] items, Ranked[] neighboursOfEach) {
        int[] start = new int[items.length + 1];
        for (int item = 0; item < items.length; item++) {
            start[item + 1] = Math.addExact(start[item], neighboursOfEach[item].keys().length);
        }
        int[] neighbours = new int[start[items.length]];
        float[] similarities = new float[start[items.length]];
        for (int item = 0; item < items.length; item++) {
            Ranked own = neighboursOfEach[item];
            System.arraycopy(own.keys(), 0, neighbours, start[item], own.keys().length);
            System.arraycopy(own.scores(), 0, similarities, start[item], own.scores().length);
        }
        return new ItemToItemModel(items, start, neighbours, similarities);
    }

    /** A product beside another and how similar it is, in (0, 1]. */
    public record Neighbour(String productId, float similarity) {}

    /** Most similar first; empty for a product the model does not know. */
    public List<Neighbour> neighboursOf(String productId) {
        int item = items.indexOf(productId);
        if (item < 0) {
            return List.of();
        }
        List<Neighbour> list = new ArrayList<>(start[item + 1] - start[item]);
        for (int n = start[item]; n < start[item + 1]; n++) {
            list.add(new Neighbour(items.id(neighbours[n]), similarities[n]));
        }
        return list;
    }

    public int products() {
        return items.size();
    }

    public int pairs() {
        return neighbours.length;
    }
}
