package io.perennial.recommendation.demand;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts units by product and week. The stream only puts aside what events say; the leader folds it into orders and from
 * what that changes into weeks, so that no row is shared by the stream's partitions.
 */
@Service
@EnableConfigurationProperties(DemandProperties.class)
public class Demands {

    /** Orders read and written at once. */
    private static final int CHUNK = 2_000;

    /** Sums that wait to be written: a year read again touches each product's week once for thousands of orders. */
    private static final int MOST_WEEKS = 50_000;

    private final DemandStore store;
    private final DemandProperties properties;
    private final TransactionTemplate transaction;

    Demands(DemandStore store, DemandProperties properties, TransactionTemplate transaction) {
        this.store = store;
        this.properties = properties;
        this.transaction = transaction;
    }

    /** A batch to fill with events and give to {@link #record}. */
    public DemandBatch batch() {
        return new DemandBatch(properties.ordersFromBrowsers());
    }

    /** Puts aside what the batch says, within the caller's transaction; each event is to come once, in any order. */
    public void record(DemandBatch batch) {
        if (!batch.said().isEmpty()) {
            store.putAside(batch.said());
        }
    }

    /** Folds in what was put aside, in transactions of a bounded size; to be called by the leader alone. */
    void fold() {
        while (Boolean.TRUE.equals(transaction.execute(status -> foldSome()))) {
            // until nothing is left
        }
    }

    /** Folds chunks until their weeks are worth writing; whether there may be more. */
    private boolean foldSome() {
        Map<ProductWeek, BigDecimal> more = new HashMap<>();
        boolean left = true;
        while (left && more.size() < MOST_WEEKS) {
            left = foldChunk(more);
        }
        more.values().removeIf(units -> units.signum() == 0);
        if (!more.isEmpty()) {
            store.addToWeeks(new TreeMap<>(more));
        }
        return left;
    }

    private boolean foldChunk(Map<ProductWeek, BigDecimal> more) {
        Map<UUID, OrderUnits> said = store.takeAside(CHUNK);
        if (said.isEmpty()) {
            return false;
        }
        Map<UUID, DemandStore.Counted> known = store.orders(said.keySet());
        Map<UUID, DemandStore.Counted> changed = new TreeMap<>();
        said.forEach((order, units) -> {
            DemandStore.Counted before = known.get(order);
            OrderUnits after = before == null ? units : before.units().merge(units);
            Instant at = after.countsAt();
            DemandStore.Counted counted = new DemandStore.Counted(after, at == null ? null : week(at));
            if (before != null) {
                before.byWeek().forEach((week, less) -> more.merge(week, less.negate(), BigDecimal::add));
            }
            counted.byWeek().forEach((week, plus) -> more.merge(week, plus, BigDecimal::add));
            changed.put(order, counted);
        });
        store.save(changed);
        return true;
    }

    private LocalDate week(Instant at) {
        return LocalDate.ofInstant(at, properties.zone()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** A product in a week, which begins on the Monday. */
    record ProductWeek(String productId, LocalDate week) implements Comparable<ProductWeek> {

        private static final Comparator<ProductWeek> ORDER =
                Comparator.comparing(ProductWeek::productId).thenComparing(ProductWeek::week);

        /** Mixed: ids and weeks are numbers in a row, of which the sum would often be the same. */
        @Override
        public int hashCode() {
            return productId.hashCode() * 0x9E3779B9 + week.hashCode();
        }

        @Override
        public int compareTo(ProductWeek other) {
            return ORDER.compare(this, other);
        }
    }
}
