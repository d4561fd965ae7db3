package io.perennial.recommendation.sparse;

import java.util.Arrays;

/**
 * Sums by non-negative key, each with the cause that gave most of it, in an open-addressing table that grows at half
 * full. Slots run from 0 to {@link #size()} in the order in which keys came. Not thread-safe.
 */
public final class SparseSums {

    private static final int FEWEST = 128;
    private static final int MOST_AT_FIRST = 4_096;

    /** Of a key its slot and one, 0 where no key stands; at least twice as many places as slots. */
    private int[] table;

    private int[] keys;
    private int[] causes;
    private double[] totals;
    private double[] greatest;
    private int size;

    /** Room for a few keys at first. */
    public SparseSums() {
        this(FEWEST);
    }

    /** Room for so many keys at first, more or less. */
    public SparseSums(int expected) {
        int capacity = Math.clamp(expected, FEWEST, MOST_AT_FIRST);
        table = new int[places(capacity)];
        keys = new int[capacity];
        causes = new int[capacity];
        totals = new double[capacity];
        greatest = new double[capacity];
    }

    /** Adds an amount to a key's sum; the cause counts where no single amount before was greater. */
    public void add(int key, double amount, int cause) {
        int slot = slot(key);
        totals[slot] += amount;
        if (amount > greatest[slot]) {
            greatest[slot] = amount;
            causes[slot] = cause;
        }
    }

    public boolean has(int key) {
        return table[place(key)] > 0;
    }

    /** How many keys have a sum. */
    public int size() {
        return size;
    }

    public int key(int slot) {
        return keys[slot];
    }

    public double total(int slot) {
        return totals[slot];
    }

    public int cause(int slot) {
        return causes[slot];
    }

    /** Another sum in place of a slot's; its cause stays. */
    public void replace(int slot, double total) {
        totals[slot] = total;
    }

    /** The sum of all sums. */
    public double sum() {
        double sum = 0;
        for (int slot = 0; slot < size; slot++) {
            sum += totals[slot];
        }
        return sum;
    }

    /** Adds another's sums, each times a factor, with its cause. */
    public void addAll(SparseSums other, double factor) {
        for (int slot = 0; slot < other.size; slot++) {
            add(other.keys[slot], other.totals[slot] * factor, other.causes[slot]);
        }
    }

    /** The slots of the greatest so many sums, greatest first, ties by the smaller key. */
    public int[] greatest(int most) {
        if (Math.min(most, size) < 1) {
            return new int[0];
        }
        GreatestKeys greatest = new GreatestKeys(Math.min(most, size));
        for (int slot = 0; slot < size; slot++) {
            greatest.offer(keys[slot], (float) Math.max(0, totals[slot]));
        }
        int[] slots = greatest.take().keys();
        Arrays.setAll(slots, rank -> table[place(slots[rank])] - 1);
        return slots;
    }

    private int slot(int key) {
        int place = place(key);
        if (table[place] > 0) {
            return table[place] - 1;
        }
        if (size == keys.length) {
            grow();
            place = place(key);
        }
        keys[size] = key;
        table[place] = size + 1;
        return size++;
    }

    private int place(int key) {
        int mask = table.length - 1;
        int place = ((key * 0x9E3779B9) >>> 7) & mask;
        while (table[place] > 0 && keys[table[place] - 1] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        int capacity = keys.length * 2;
        keys = Arrays.copyOf(keys, capacity);
        causes = Arrays.copyOf(causes, capacity);
        totals = Arrays.copyOf(totals, capacity);
        greatest = Arrays.copyOf(greatest, capacity);
        table = new int[places(capacity)];
        for (int slot = 0; slot < size; slot++) {
            table[place(keys[slot])] = slot + 1;
        }
    }

    /** The power of two that is at least twice the slots. */
    private static int places(int slots) {
        return Integer.highestOneBit(2 * slots - 1) * 2;
    }
}
