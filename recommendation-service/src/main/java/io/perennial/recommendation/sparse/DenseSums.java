package io.perennial.recommendation.sparse;

import java.util.Arrays;

/**
 * Sums of positive amounts by key from 0 to a bound, each key in its place: four bytes a key, and twice as fast as a table where many keys
 * come. To be used again and again: who takes the greatest empties it. Not thread-safe.
 */
public final class DenseSums {

    private final float[] sums;
    private int[] touched = new int[1_024];
    private int size;

    /** @param keys one more than the greatest */
    public DenseSums(int keys) {
        this.sums = new float[keys];
    }

    /** Adds a positive amount to a key's sum. */
    public void add(int key, float amount) {
        if (sums[key] == 0) {
            touch(key);
        }
        sums[key] += amount;
    }

    /** The greatest so many sums, at least one, with their keys, greatest first, ties by the smaller key; afterwards all sums are 0. */
    public Ranked takeGreatest(int most) {
        GreatestKeys greatest = new GreatestKeys(Math.clamp(most, 1, Math.max(1, size)));
        for (int i = 0; i < size; i++) {
            greatest.offer(touched[i], sums[touched[i]]);
            sums[touched[i]] = 0;
        }
        size = 0;
        return greatest.take();
    }

    private void touch(int key) {
        if (size == touched.length) {
            touched = Arrays.copyOf(touched, size * 2);
        }
        touched[size++] = key;
    }
}
