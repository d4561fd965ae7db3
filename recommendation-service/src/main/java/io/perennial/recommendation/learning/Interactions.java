package io.perennial.recommendation.learning;

import io.perennial.recommendation.blend.Holdout;
import io.perennial.recommendation.blend.Trend;
import io.perennial.recommendation.history.Signal;
import io.perennial.recommendation.sequence.Sequences;
import io.perennial.recommendation.snapshot.ShoppersReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shoppers' histories in order, with the time of each interaction; what has the same time came together. Immutable. */
final class Interactions {

    private static final double MILLIS_A_DAY = 86_400_000;

    private final String[] products;
    private final Sequences sequences;
    /** By place in the sequences. */
    private final long[] at;

    private Interactions(String[] products, Sequences sequences, long[] at) {
        this.products = products;
        this.sequences = sequences;
        this.at = at;
    }

    /** Of the shoppers that may be learnt from personally, the newest so many signals of each. */
    static Interactions of(ShoppersReader shoppers, int longest) {
        Builder interactions = new Builder();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        shoppers.forEach((history, personal) -> {
            List<Signal> newestFirst = personal ? history.signals() : List.of();
            List<Signal> kept = newestFirst.subList(0, Math.min(longest, newestFirst.size()));
            for (Signal signal : kept.reversed()) {
                interactions.add(
                        numbers.computeIfAbsent(signal.productId(), id -> numbers.size()),
                        signal.at().toEpochMilli());
            }
            if (!kept.isEmpty()) {
                interactions.endShopper();
            }
        });
        return interactions.build(numbers.keySet().toArray(String[]::new));
    }

    /** Ids by item number, sorted. */
    String[] products() {
        return products.clone();
    }

    Sequences sequences() {
        return sequences;
    }

    long oldest() {
        return Arrays.stream(at).min().orElse(0);
    }

    long newest() {
        return Arrays.stream(at).max().orElse(0);
    }

    /** What happened before a time; all shoppers remain, if with nothing. */
    Interactions before(long time) {
        return new Interactions(
                products,
                sequences.only(place -> at[place] < time),
                Arrays.stream(at).filter(one -> one < time).toArray());
    }

    /** What shoppers took from a time on that was new to them. */
    Holdout from(long time) {
        return Holdout.after(sequences, place -> at[place] >= time);
    }

    /** Interactions by product, each fading by half every so many days before the end. */
    Trend trend(long end, double halfLifeDays) {
        float[] demand = new float[products.length];
        for (int place = 0; place < at.length; place++) {
            demand[sequences.item(place)] += (float) Math.pow(2, (at[place] - end) / MILLIS_A_DAY / halfLifeDays);
        }
        return Trend.of(demand);
    }

    /** Collects shoppers, each oldest first. */
    static final class Builder {

        private int[] item = new int[8192];
        private long[] at = new long[8192];
        private int[] end = new int[1024];
        private int places;
        private int shoppers;

        void add(int newItem, long time) {
            if (places == item.length) {
                item = Arrays.copyOf(item, places * 2);
                at = Arrays.copyOf(at, places * 2);
            }
            item[places] = newItem;
            at[places++] = time;
        }

        void endShopper() {
            if (shoppers == end.length) {
                end = Arrays.copyOf(end, shoppers * 2);
            }
            end[shoppers++] = places;
        }

        /** With the ids of the products, which become items in the ids' order. */
        Interactions build(String[] ids) {
            String[] sorted = ids.clone();
            Arrays.sort(sorted);
            int[] renamed = new int[ids.length];
            Arrays.setAll(renamed, number -> Arrays.binarySearch(sorted, ids[number]));
            Sequences.Builder sequences = new Sequences.Builder(ids.length);
            for (int shopper = 0, place = 0; shopper < shoppers; shopper++) {
                int step = 0;
                for (int from = place; place < end[shopper]; place++) {
                    step += place > from && at[place] > at[place - 1] ? 1 : 0;
                    sequences.add(renamed[item[place]], step);
                }
                sequences.endShopper();
            }
            return new Interactions(sorted, sequences.build(), Arrays.copyOf(at, places));
        }
    }
}
