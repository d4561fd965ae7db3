package io.perennial.recommendation.linear;

/** Tells the first sight of an item from later ones, over and over without clearing. */
final class Once {

    private final int[] seen;
    private int round;

    Once(int items) {
        seen = new int[items];
    }

    void begin() {
        round++;
    }

    boolean first(int item) {
        boolean first = seen[item] != round;
        seen[item] = round;
        return first;
    }

    /** Whether it has been seen, without seeing it. */
    boolean holds(int item) {
        return seen[item] == round;
    }
}
