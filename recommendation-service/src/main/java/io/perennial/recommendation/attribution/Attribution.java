package io.perennial.recommendation.attribution;

import io.perennial.recommendation.signature.Exposure;
import io.perennial.recommendation.signature.RecommendationIds;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/** Folds outcomes in: of each recommendation, and from what that changes, of each day and of each shopper in experiments. */
@Service
@EnableConfigurationProperties(AttributionProperties.class)
public class Attribution {

    private final RecommendationIds ids;
    private final OutcomeStore store;
    private final AttributionProperties properties;
    private final AttributionMetrics metrics;

    Attribution(
            RecommendationIds ids, OutcomeStore store, AttributionProperties properties, AttributionMetrics metrics) {
        if (properties.retention().compareTo(ids.lifetime().plusDays(1)) < 0) {
            throw new IllegalStateException("perennial.recommendation.attribution.retention must exceed the window"
                    + " of perennial.recommendation.signature by two days, else late events would count anew");
        }
        this.ids = ids;
        this.store = store;
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
        if (batch.outcomes().isEmpty()) {
            return;
        }
        Map<Long, Outcome> known = store.lock(batch.outcomes().keySet());
        Map<Long, Outcome> changed = new TreeMap<>();
        Map<ShopperKey, Tally> shoppers = new TreeMap<>();
        Map<TallyKey, Tally> days = new TreeMap<>();
        batch.outcomes().forEach((nonce, told) -> {
            Outcome before = known.get(nonce);
            Outcome after = before == null ? told : before.merge(told);
            if (after.equals(before)) {
                return;
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
        });
        if (!changed.isEmpty()) {
            store.save(changed);
            store.addToShoppers(shoppers);
            store.addToDays(days);
        }
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
