package io.perennial.churn.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A shopper's past as it stood at a time: what features are computed from.
 *
 * @param orders oldest first
 * @param refunds oldest first
 * @param activity for each kind the first moment of each hour with it, oldest first
 */
public record HistoryView(
        Instant asOf, List<PlacedOrder> orders, List<Refund> refunds, Map<Activity, List<Instant>> activity) {

    /** Days from then to the as-of time. */
    public double daysSince(Instant then) {
        return Duration.between(then, asOf).toMillis() / 86_400_000.0;
    }

    /** The orders of the days {@code from} (exclusive, further back) to {@code to} before the as-of time. */
    public List<PlacedOrder> ordersWithin(int from, int to) {
        return orders.stream()
                .filter(order -> daysSince(order.placedAt()) < from && daysSince(order.placedAt()) >= to)
                .toList();
    }

    /** The days (UTC) with an order, ascending. */
    public TreeSet<LocalDate> orderDays() {
        TreeSet<LocalDate> days = new TreeSet<>();
        orders.forEach(order -> days.add(day(order.placedAt())));
        return days;
    }

    /** The distinct categories bought in. */
    public Set<Integer> categories() {
        Set<Integer> categories = new HashSet<>();
        orders.forEach(order -> categories.addAll(order.categories()));
        return categories;
    }

    /** What all refunds together gave back; a refund of a whole order is its amount as it stands. */
    public double refunded() {
        double sum = 0;
        for (Refund refund : refunds) {
            Double amount = refund.amount();
            sum += amount != null ? amount : amountOf(refund.orderId());
        }
        return sum;
    }

    public List<Instant> moments(Activity kind) {
        return activity.getOrDefault(kind, List.of());
    }

    /** On how many days (UTC) the shopper did it after then. */
    public long daysWith(Activity kind, Instant after) {
        return moments(kind).stream()
                .filter(moment -> moment.isAfter(after))
                .map(HistoryView::day)
                .distinct()
                .count();
    }

    private double amountOf(String orderId) {
        for (PlacedOrder order : orders) {
            if (order.orderId().equals(orderId)) {
                return order.amount();
            }
        }
        return 0;
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
