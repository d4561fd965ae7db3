package io.perennial.recommendation.sparse;

/** Keys with their scores, best first; eight bytes each. */
public final class Ranked {

    private final int[] keys;
    private final float[] scores;

    /** Takes both over; they are of one length. */
    public Ranked(int[] keys, float[] scores) {
        this.keys = keys;
        this.scores = scores;
    }

    public int size() {
        return keys.length;
    }

    public int[] keys() {
        return keys;
    }

    public float[] scores() {
        return scores;
    }
}
