package io.perennial.recommendation.sparse;

import java.util.Arrays;

/** Keys with what they scored, best first, ties by the smaller key; eight bytes each. Immutable. */
public final class Ranked {

    private final int[] keys;
    private final float[] scores;

    private Ranked(int[] keys, float[] scores) {
        this.keys = keys;
        this.scores = scores;
    }

    public int size() {
        return keys.length;
    }

    public int key(int place) {
        return keys[place];
    }

    public float score(int place) {
        return scores[place];
    }

    /** A score, at least 0, and its key in one number: of two numbers the smaller is the better. */
    static long greatestFirst(float score, int key) {
        // Positive floats sort as their bits do; ~ puts the greatest first.
        return ((long) ~Float.floatToIntBits(score) << 32) | key;
    }

    /** The best so many; the numbers are moved about. */
    static Ranked of(long[] numbers, int most) {
        int[] keys = new int[Math.min(most, numbers.length)];
        float[] scores = new float[keys.length];
        sortBest(numbers, keys.length);
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (int) numbers[i];
            scores[i] = Float.intBitsToFloat(~(int) (numbers[i] >>> 32));
        }
        return new Ranked(keys, scores);
    }

    /** Moves the smallest so many numbers to the front, ascending. */
    static void sortBest(long[] numbers, int most) {
        if (most < numbers.length) {
            select(numbers, most);
        }
        Arrays.sort(numbers, 0, most);
    }

    /** Moves the smallest so many to the front (Hoare 1961). */
    private static void select(long[] numbers, int smallest) {
        int from = 0;
        int to = numbers.length - 1;
        while (from < to) {
            long pivot = numbers[(from + to) >>> 1];
            int i = from;
            int j = to;
            while (i <= j) {
                while (numbers[i] < pivot) {
                    i++;
                }
                while (numbers[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    long swapped = numbers[i];
                    numbers[i++] = numbers[j];
                    numbers[j--] = swapped;
                }
            }
            if (smallest <= j) {
                to = j;
            } else if (smallest >= i) {
                from = i;
            } else {
                return;
            }
        }
    }
}
