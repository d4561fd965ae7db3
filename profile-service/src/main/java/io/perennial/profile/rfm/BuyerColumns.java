package io.perennial.profile.rfm;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** All buyers in columns of primitives, a million of them in some 32 megabytes. */
final class BuyerColumns {

    static final int FEWEST_BUYERS = 5;
    static final int FEWEST_REPEAT_BUYERS = 20;

    private final DoubleStream.Builder lastOrders = DoubleStream.builder();
    private final DoubleStream.Builder orders = DoubleStream.builder();
    private final DoubleStream.Builder revenues = DoubleStream.builder();
    private final DoubleStream.Builder intervals = DoubleStream.builder();

    /** Adds a buyer; times in epoch seconds. */
    void add(double firstOrder, double lastOrder, long orderCount, double revenue) {
        lastOrders.add(lastOrder);
        orders.add((double) orderCount);
        revenues.add(revenue);
        if (orderCount > 1) {
            intervals.add((lastOrder - firstOrder) / (double) (orderCount - 1));
        }
    }

    /** What they have in common; the columns are used up. */
    Population population(Instant asOf, String fingerprint) {
        double[] counts = orders.build().toArray();
        CutPoints cutPoints = counts.length < FEWEST_BUYERS
                ? null
                : new CutPoints(
                        Quintiles.of(lastOrders.build().toArray()),
                        Quintiles.of(counts),
                        Quintiles.of(revenues.build().toArray()));
        return new Population(asOf, fingerprint, counts.length, cutPoints, medianInterval());
    }

    private @Nullable Duration medianInterval() {
        double[] sorted = intervals.build().toArray();
        if (sorted.length < FEWEST_REPEAT_BUYERS) {
            return null;
        }
        Arrays.sort(sorted);
        return Duration.ofSeconds((long) sorted[sorted.length / 2]);
    }
}
