package io.perennial.recommendation.artefact;

import java.util.Arrays;

/**
 * The ids of a model's items, and the item of an id by an open-addressing table, eight to sixteen bytes an item: a binary search among a
 * hundred thousand ids would wait for memory seventeen times. Each id is the one text of it in the process, so that who looks for what
 * another model named compares addresses. Immutable.
 */
public final class ItemIds {

    private static final int FEWEST_PLACES = 16;

    private final String[] ids;
    private final int[] table;

    /** Item i is called {@code ids[i]}; they are distinct. */
    public ItemIds(String[] ids) {
        this.ids = ids.clone();
        Arrays.setAll(this.ids, item -> ids[item].intern());
        this.table = new int[Math.max(FEWEST_PLACES, Integer.highestOneBit(Math.max(1, ids.length)) << 2)];
        Arrays.fill(table, -1);
        for (int item = 0; item < ids.length; item++) {
            table[place(this.ids[item])] = item;
        }
    }

    public int size() {
        return ids.length;
    }

    public String id(int item) {
        return ids[item];
    }

    /** Negative for an id that is none of these. */
    public int indexOf(String id) {
        return table[place(id)];
    }

    /** Where the id stands in the table, or else where it would. */
    private int place(String id) {
        int mask = table.length - 1;
        int place = ((id.hashCode() * 0x9E3779B9) >>> 7) & mask;
        while (table[place] >= 0 && !ids[table[place]].equals(id)) {
            place = (place + 1) & mask;
        }
        return place;
    }
}
