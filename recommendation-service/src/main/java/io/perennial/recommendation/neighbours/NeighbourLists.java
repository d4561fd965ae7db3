package io.perennial.recommendation.neighbours;

import java.util.Arrays;

/** Builds the neighbour lists item by item: the greatest so many similarities, ties by the item's place. */
final class NeighbourLists {

    private final int longest;
    private final int[] start;
    private int[] neighbours;
    private float[] similarities;
    private int size;
    private int[] offered = new int[1024];
    private float[] offeredSimilarity = new float[1024];
    private int offers;

    NeighbourLists(int items, int longest) {
        this.longest = longest;
        this.start = new int[items + 1];
        this.neighbours = new int[Math.max(16, items)];
        this.similarities = new float[Math.max(16, items)];
    }

    void offer(int item, float similarity) {
        if (offers == offered.length) {
            offered = Arrays.copyOf(offered, offers * 2);
            offeredSimilarity = Arrays.copyOf(offeredSimilarity, offers * 2);
        }
        offered[offers] = item;
        offeredSimilarity[offers++] = similarity;
    }

    /** Ends the list of an item; items are closed in order. */
    void close(int item) {
        long[] ranked = new long[offers];
        for (int i = 0; i < offers; i++) {
            // Similarities are positive, so their bits sort as they do; ~ puts the greatest first, then the smallest
            // item.
            ranked[i] = ((long) ~Float.floatToIntBits(offeredSimilarity[i]) << 32) | offered[i];
        }
        Arrays.sort(ranked);
        int kept = Math.min(longest, offers);
        if (size + kept > neighbours.length) {
            int capacity = Math.max(neighbours.length * 2, size + kept);
            neighbours = Arrays.copyOf(neighbours, capacity);
            similarities = Arrays.copyOf(similarities, capacity);
        }
        for (int i = 0; i < kept; i++) {
            neighbours[size] = (int) ranked[i];
            similarities[size++] = Float.intBitsToFloat(~(int) (ranked[i] >> 32));
        }
        start[item + 1] = size;
        offers = 0;
    }

    ItemToItemModel model(String[] items) {
        return new ItemToItemModel(items, start, Arrays.copyOf(neighbours, size), Arrays.copyOf(similarities, size));
    }
}
