package io.perennial.recommendation.sequence;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Shoppers' histories in order: items as numbers from zero, and the step each belongs to; items of one step (a basket) came
 * together. Eight bytes an interaction. Immutable.
 */
public final class Sequences {

    private final int items;
    /** Shopper s is places start[s] to start[s + 1]. */
    private final int[] start;

    private final int[] item;
    private final int[] step;

    private Sequences(int items, int[] start, int[] item, int[] step) {
        this.items = items;
        this.start = start;
        this.item = item;
        this.step = step;
    }

    public int shoppers() {
        return start.length - 1;
    }

    /** How many items there are, whether or not they occur. */
    public int items() {
        return items;
    }

    public int interactions() {
        return item.length;
    }

    /** A shopper's first place. */
    public int from(int shopper) {
        return start[shopper];
    }

    /** The place after a shopper's last. */
    public int to(int shopper) {
        return start[shopper + 1];
    }

    public int item(int place) {
        return item[place];
    }

    /** Grows along a shopper's places from any number; equal ones came together. */
    public int step(int place) {
        return step[place];
    }

    /** Without the last so many interactions of each shopper, who remain, if with nothing. */
    public Sequences withoutLast(int dropped) {
        Builder shorter = new Builder(items);
        for (int shopper = 0; shopper < shoppers(); shopper++) {
            for (int place = start[shopper]; place < start[shopper + 1] - dropped; place++) {
                shorter.add(item[place], step[place]);
            }
            shorter.endShopper();
        }
        return shorter.build();
    }

    /** What stands at the places that a test accepts; all shoppers remain, if with nothing. */
    public Sequences only(IntPredicate accepted) {
        Builder some = new Builder(items);
        for (int shopper = 0; shopper < shoppers(); shopper++) {
            for (int place = start[shopper]; place < start[shopper + 1]; place++) {
                if (accepted.test(place)) {
                    some.add(item[place], step[place]);
                }
            }
            some.endShopper();
        }
        return some.build();
    }

    /** How many interactions each item has. */
    public int[] counts() {
        int[] counts = new int[items];
        for (int i : item) {
            counts[i]++;
        }
        return counts;
    }

    /** Collects histories, shopper by shopper, oldest first. */
    public static final class Builder {

        private final int items;
        private int[] start = new int[1024];
        private int[] item = new int[8192];
        private int[] step = new int[8192];
        private int shoppers;
        private int places;

        public Builder(int items) {
            this.items = items;
        }

        /** Adds to the shopper that is being filled. @throws IllegalArgumentException on an unknown item or a step back */
        public void add(int newItem, int newStep) {
            if (newItem < 0 || newItem >= items || (places > start[shoppers] && newStep < step[places - 1])) {
                throw new IllegalArgumentException("item " + newItem + " of " + items + ", step " + newStep);
            }
            if (places == item.length) {
                item = Arrays.copyOf(item, places * 2);
                step = Arrays.copyOf(step, places * 2);
            }
            item[places] = newItem;
            step[places++] = newStep;
        }

        /** Ends the shopper that is being filled. */
        public void endShopper() {
            if (shoppers + 2 > start.length) {
                start = Arrays.copyOf(start, start.length * 2);
            }
            start[++shoppers] = places;
        }

        public Sequences build() {
            return new Sequences(
                    items,
                    Arrays.copyOf(start, shoppers + 1),
                    Arrays.copyOf(item, places),
                    Arrays.copyOf(step, places));
        }
    }
}
