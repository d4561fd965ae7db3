package io.perennial.recommendation.neighbours;

import java.util.Arrays;

/** Collects one item's neighbours: the greatest so many similarities, ties by the item's place. */
final class NeighbourList {

    private static final int ROOM = 4;

    private final int longest;
    /** As bits, greatest similarity first, then the smallest item. */
    private final long[] ranked;

    private int size;
    private long last = Long.MAX_VALUE;

    NeighbourList(int longest) {
        this.longest = longest;
        ranked = new long[Math.multiplyExact(ROOM, longest)];
    }

    /** Similarities are positive. */
    void offer(int item, float similarity) {
        // The bits of positive numbers sort as they do; ~ puts the greatest first.
        long rank = ((long) ~Float.floatToIntBits(similarity) << 32) | item;
        if (rank < last) {
            if (size == ranked.length) {
                tighten();
            }
            ranked[size++] = rank;
        }
    }

    /** What was collected; it begins anew. */
    Neighbours take() {
        tighten();
        int[] items = new int[size];
        float[] similarities = new float[size];
        for (int i = 0; i < size; i++) {
            items[i] = (int) ranked[i];
            similarities[i] = Float.intBitsToFloat(~(int) (ranked[i] >> 32));
        }
        size = 0;
        last = Long.MAX_VALUE;
        return new Neighbours(items, similarities);
    }

    private void tighten() {
        Arrays.sort(ranked, 0, size);
        if (size >= longest) {
            size = longest;
            last = ranked[longest - 1];
        }
    }
}
