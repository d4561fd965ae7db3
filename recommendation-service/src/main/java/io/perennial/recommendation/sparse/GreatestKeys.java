package io.perennial.recommendation.sparse;

import java.util.Arrays;

/** Collects the so many keys of the greatest scores, ties by the smaller key; most that come are turned away at once. Not thread-safe. */
public final class GreatestKeys {

    private static final int ROOM = 4;

    private final int most;
    /** As bits, the greatest score first, then the smallest key. */
    private final long[] ranked;

    private int size;
    private long last = Long.MAX_VALUE;

    /** @param most at least 1 */
    public GreatestKeys(int most) {
        this.most = most;
        ranked = new long[Math.multiplyExact(ROOM, most)];
    }

    /** Scores are not negative. */
    public void offer(int key, float score) {
        // The bits of positive numbers sort as they do; ~ puts the greatest first.
        long rank = ((long) ~Float.floatToIntBits(score) << 32) | key;
        if (rank < last) {
            if (size == ranked.length) {
                tighten();
            }
            ranked[size++] = rank;
        }
    }

    /** What was collected; it begins anew. */
    public Ranked take() {
        tighten();
        int[] keys = new int[size];
        float[] scores = new float[size];
        for (int i = 0; i < size; i++) {
            keys[i] = (int) ranked[i];
            scores[i] = Float.intBitsToFloat(~(int) (ranked[i] >> 32));
        }
        size = 0;
        last = Long.MAX_VALUE;
        return new Ranked(keys, scores);
    }

    private void tighten() {
        Arrays.sort(ranked, 0, size);
        if (size >= most) {
            size = most;
            last = ranked[most - 1];
        }
    }
}
