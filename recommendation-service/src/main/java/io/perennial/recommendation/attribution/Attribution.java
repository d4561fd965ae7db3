package io.perennial.recommendation.attribution;

import io.perennial.recommendation.signature.Exposure;
import io.perennial.recommendation.signature.RecommendationIds;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * Folds outcomes in: of each order and each recommendation, and from what that changes, of each day and of each shopper in
 * experiments.
 */
@Service
@EnableConfigurationProperties(AttributionProperties.class)
public class Attribution {

    private final RecommendationIds ids;
    private final OutcomeStore store;
    private final AttributedOrderStore orders;
    private final AttributionProperties properties;
    private final AttributionMetrics metrics;

    Attribution(
            RecommendationIds ids,
            OutcomeStore store,
            AttributedOrderStore orders,
            AttributionProperties properties,
            AttributionMetrics metrics) {
        if (properties.retention().compareTo(ids.lifetime().plusDays(1)) < 0) {
            throw new IllegalStateException("perennial.recommendation.attribution.retention must exceed the window"
                    + " of perennial.recommendation.signature by two days, else late events would count anew");
        }
        this.ids = ids;
        this.store = store;
        this.orders = orders;
        this.properties = properties;
        this.metrics = metrics;
    }

    /** A batch to fill with events and give to {@link #record}. */
    public AttributionBatch batch() {
        return new AttributionBatch(ids, properties.ordersFromBrowsers());
    }

    /**
     * Writes what is new, within the caller's transaction and late in it, for the rows of a day are shared. Any order and
     * repetition of events leaves the same rows.
     */
    public void record(AttributionBatch batch) {
        metrics.count(batch);
        if (batch.outcomes().isEmpty() && batch.orders().isEmpty()) {
            return;
        }
        // Orders before recommendations in every transaction, so that none waits for another in a circle.
        Map<Long, Map<String, Sale>> sales = batch.orders().isEmpty() ? Map.of() : sales(batch.orders());
        Set<Long> nonces = new TreeSet<>(batch.outcomes().keySet());
        nonces.addAll(sales.keySet());
        if (!nonces.isEmpty()) {
            record(batch, sales, nonces);
        }
    }

    /** Folds in what is told of orders; what they bring the recommendations that they name or named. */
    private Map<Long, Map<String, Sale>> sales(SortedMap<String, AttributedOrder> told) {
        Map<String, AttributedOrder> known = orders.lock(told.keySet());
        SortedMap<String, AttributedOrder> changed = new TreeMap<>();
        Map<Long, Map<String, Sale>> sales = new TreeMap<>();
        told.forEach((key, more) -> {
            AttributedOrder before = known.getOrDefault(key, AttributedOrder.UNKNOWN);
            AttributedOrder after = before.merge(more);
            if (!after.equals(before)) {
                changed.put(key, after);
            }
            before.nonces().forEach(nonce -> add(sales, nonce, key, Sale.NONE));
            after.sales().forEach((nonce, sale) -> add(sales, nonce, key, sale));
        });
        if (!changed.isEmpty()) {
            orders.save(changed);
        }
        return sales;
    }

    private static void add(Map<Long, Map<String, Sale>> sales, Long nonce, String order, Sale sale) {
        sales.computeIfAbsent(nonce, first -> new TreeMap<>()).put(order, sale);
    }

    private void record(AttributionBatch batch, Map<Long, Map<String, Sale>> sales, Set<Long> nonces) {
        Map<Long, Outcome> known = store.lock(batch.outcomes().keySet(), sales.keySet());
        Map<Long, Outcome> changed = new TreeMap<>();
        Map<ShopperKey, Tally> shoppers = new TreeMap<>();
        Map<TallyKey, Tally> days = new TreeMap<>();
        for (Long nonce : nonces) {
            Outcome before = known.get(nonce);
            Outcome after = after(before, batch.outcomes().get(nonce), sales.getOrDefault(nonce, Map.of()));
            if (after == null || after.equals(before)) {
                continue;
            }
            changed.put(nonce, after);
            Tally more = after.tally().minus(before == null ? Tally.NONE : before.tally());
            if (!more.isNone()) {
                days.merge(TallyKey.of(after.id()), more, Tally::plus);
                Exposure exposure = after.id().exposure();
                if (exposure != null && exposure.unit() != Exposure.NOBODY) {
                    shoppers.merge(ShopperKey.of(exposure), more, Tally::plus);
                }
            }
        }
        if (!changed.isEmpty()) {
            store.save(changed);
            store.addToShoppers(shoppers);
            store.addToDays(days);
        }
    }

    /** Null where an order names a recommendation that is past its retention. */
    private static @Nullable Outcome after(@Nullable Outcome before, @Nullable Outcome told, Map<String, Sale> sales) {
        if (before == null) {
            return told == null ? null : told.selling(sales);
        }
        return (told == null ? before : before.merge(told)).selling(sales);
    }

    /** A shopper in an arm. */
    record ShopperKey(String experiment, String arm, long unit) implements Comparable<ShopperKey> {

        private static final Comparator<ShopperKey> ORDER = Comparator.comparing(ShopperKey::experiment)
                .thenComparing(ShopperKey::arm)
                .thenComparingLong(ShopperKey::unit);

        static ShopperKey of(Exposure exposure) {
            return new ShopperKey(exposure.experiment(), exposure.arm(), exposure.unit());
        }

        @Override
        public int compareTo(ShopperKey other) {
            return ORDER.compare(this, other);
        }
    }
}
