package io.perennial.recommendation.linear;

import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.sequence.Sequences;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The items that take part in a dense model: those that occur, and of these the ones with the most interactions. */
final class KeptItems {

    private final int all;
    private final int[] items;
    private final int[] places;

    private KeptItems(int all, int[] items) {
        this.all = all;
        this.items = items;
        places = new int[all];
        Arrays.fill(places, -1);
        for (int place = 0; place < items.length; place++) {
            places[items[place]] = place;
        }
    }

    /** As many as a dense model can take. */
    static KeptItems of(Sequences sequences, Capacity capacity) {
        return of(sequences, capacity.items());
    }

    /** All that occur. */
    static KeptItems all(Sequences sequences) {
        return of(sequences, Integer.MAX_VALUE);
    }

    private static KeptItems of(Sequences sequences, int most) {
        int[] counts = sequences.counts();
        int[] items = IntStream.range(0, counts.length)
                .filter(item -> counts[item] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer item) -> -counts[item])) // stable: ties by number
                .limit(most)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        return new KeptItems(counts.length, items);
    }

    int count() {
        return items.length;
    }

    /** Where an item stands among the kept; negative if it is not. */
    int place(int item) {
        return places[item];
    }

    /** Weights between places as weights between items. */
    SparseMatrix spread(SparseMatrix weights) {
        return items.length == all ? weights : weights.spread(items, all);
    }
}
