package io.perennial.churn.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What churn keeps of a shopper's past. Every fold is a union, a minimum or a "latest by (time, message id)", so any order
 * of events gives the same history, and histories of one shopper's identifiers merge. Bounded: the latest
 * {@value #ORDERS} orders, {@value #REFUNDS} refunds and {@value #HOURS} active hours.
 */
public final class ShopperHistory {

    static final int ORDERS = 1_000;
    static final int REFUNDS = 1_000;
    static final int HOURS = 5_000;

    private static final Activity[] ACTIVITIES = Activity.values();

    private final Map<String, OrderHistory> orders = new HashMap<>();
    private final Map<String, Refund> refunds = new HashMap<>();
    private final TreeMap<Long, ActivityHour> hours = new TreeMap<>();

    /** As {@link #merged}; a single part is taken as it is. */
    static ShopperHistory whole(List<ShopperHistory> parts) {
        return parts.size() == 1 ? parts.getFirst() : merged(parts);
    }

    /** The history of one shopper from those of all identifiers; the parts are left as they are. */
    public static ShopperHistory merged(Collection<ShopperHistory> parts) {
        ShopperHistory merged = new ShopperHistory();
        for (ShopperHistory part : parts) {
            part.orders.forEach((id, order) -> merged.order(id).addAll(order));
            merged.refunds.putAll(part.refunds);
            part.hours.values().forEach(hour -> merged.hour(hour.epochHour()).addAll(hour));
        }
        merged.bound();
        return merged;
    }

    /** Notes what Order Completed or Updated said. */
    public void ordered(String orderId, OrderVersion version) {
        order(orderId).add(version);
    }

    /** Notes that an order was cancelled. */
    public void cancelled(String orderId, Instant at) {
        order(orderId).cancel(at);
    }

    /** Notes a refund; source and message id make it distinct. */
    public void refunded(String refundId, Refund refund) {
        refunds.put(refundId, refund);
    }

    /** Notes that the shopper did something. */
    public void active(Activity activity, Instant at) {
        long millis = at.toEpochMilli();
        hour(ActivityHour.of(millis)).add(activity, (int) Math.floorMod(millis, ActivityHour.MILLIS));
    }

    /** The past as it stood at the time: nothing later shows in it. */
    public HistoryView asOf(Instant asOf) {
        List<PlacedOrder> placed = new ArrayList<>(orders.size());
        orders.forEach((id, order) -> {
            PlacedOrder standing = order.asOf(id, asOf);
            if (standing != null) {
                placed.add(standing);
            }
        });
        placed.sort(PlacedOrder.CHRONOLOGICAL);
        List<Refund> given = new ArrayList<>();
        for (Refund refund : refunds.values()) {
            if (!refund.at().isAfter(asOf)) {
                given.add(refund);
            }
        }
        given.sort(
                Comparator.comparing(Refund::at).thenComparing(Refund::orderId).thenComparing(Refund::toString));
        return new HistoryView(asOf, placed, given, moments(asOf.toEpochMilli()));
    }

    private long[][] moments(long until) {
        long[][] moments = new long[ACTIVITIES.length][];
        long[] buffer = new long[hours.size()];
        for (Activity kind : ACTIVITIES) {
            int count = 0;
            for (ActivityHour hour : hours.values()) {
                if (hour.has(kind) && hour.first(kind) <= until) {
                    buffer[count++] = hour.first(kind);
                }
            }
            moments[kind.code()] = Arrays.copyOf(buffer, count);
        }
        return moments;
    }

    /** How many orders it knows, cancelled ones included. */
    public int orderCount() {
        return orders.size();
    }

    public boolean isEmpty() {
        return orders.isEmpty() && refunds.isEmpty() && hours.isEmpty();
    }

    /** Drops what is beyond the bounds, oldest first. */
    void bound() {
        if (orders.size() > ORDERS) {
            keepLatest(orders, ORDERS, Comparator.comparing(e -> e.getValue().lastHeard()));
        }
        if (refunds.size() > REFUNDS) {
            keepLatest(refunds, REFUNDS, Comparator.comparing(e -> e.getValue().at()));
        }
        while (hours.size() > HOURS) {
            hours.pollFirstEntry();
        }
    }

    Map<String, OrderHistory> orders() {
        return orders;
    }

    Map<String, Refund> refunds() {
        return refunds;
    }

    Collection<ActivityHour> hours() {
        return hours.values();
    }

    OrderHistory order(String orderId) {
        return orders.computeIfAbsent(orderId, id -> new OrderHistory());
    }

    ActivityHour hour(long epochHour) {
        return hours.computeIfAbsent(epochHour, ActivityHour::new);
    }

    private static <V> void keepLatest(Map<String, V> map, int keep, Comparator<Map.Entry<String, V>> age) {
        List<String> oldestFirst = map.entrySet().stream()
                .sorted(age.thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
        oldestFirst.subList(0, oldestFirst.size() - keep).forEach(map::remove);
    }
}
