package io.perennial.recommendation.neighbours;

/** The neighbours of one item by their places, most similar first. */
public final class Neighbours {

    private final int[] items;
    private final float[] similarities;

    /** Takes both over; they are of one length. */
    public Neighbours(int[] items, float[] similarities) {
        this.items = items;
        this.similarities = similarities;
    }

    public int[] items() {
        return items;
    }

    public float[] similarities() {
        return similarities;
    }
}
