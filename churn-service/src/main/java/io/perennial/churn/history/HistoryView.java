package io.perennial.churn.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** A shopper's past as it stood at a time: what features are computed from. Times are milliseconds since the epoch, ascending. */
public final class HistoryView {

    private static final long DAY = 86_400_000;

    private final Instant asOf;
    private final long now;
    private final List<PlacedOrder> orders;
    private final List<Refund> refunds;
    private final long[][] moments;
    private final long[] orderDays;

    /** @param moments by {@link Activity#code} */
    HistoryView(Instant asOf, List<PlacedOrder> orders, List<Refund> refunds, long[][] moments) {
        this.asOf = asOf;
        this.now = asOf.toEpochMilli();
        this.orders = orders;
        this.refunds = refunds;
        this.moments = moments;
        this.orderDays = days(orders);
    }

    public Instant asOf() {
        return asOf;
    }

    /** Oldest first. */
    public List<PlacedOrder> orders() {
        return orders;
    }

    /** Oldest first. */
    public List<Refund> refunds() {
        return refunds;
    }

    /** The first moment of each hour with it. Not to be changed. */
    public long[] moments(Activity kind) {
        return moments[kind.code()];
    }

    /** The days (UTC, since the epoch) with an order. Not to be changed. */
    public long[] orderDays() {
        return orderDays;
    }

    /** Days from then to the as-of time. */
    public double daysSince(Instant then) {
        return daysSince(then.toEpochMilli());
    }

    /** Days from then to the as-of time. */
    public double daysSince(long then) {
        return (now - then) / (double) DAY;
    }

    /** How many orders are less than so many days old. */
    public int ordersWithin(int days) {
        return orders.size() - firstWithin(days);
    }

    /** The orders less than so many days old. */
    public List<PlacedOrder> latest(int days) {
        return orders.subList(firstWithin(days), orders.size());
    }

    private int firstWithin(int days) {
        int first = orders.size();
        while (first > 0 && daysSince(orders.get(first - 1).placedAt()) < days) {
            first--;
        }
        return first;
    }

    /** How many distinct categories were bought in. */
    public int categories() {
        int most = 0;
        for (PlacedOrder order : orders) {
            most += order.categories().size();
        }
        int[] all = new int[most];
        int count = 0;
        for (PlacedOrder order : orders) {
            for (int category : order.categories()) {
                all[count++] = category;
            }
        }
        Arrays.sort(all);
        int distinct = Math.min(1, count);
        for (int i = 1; i < count; i++) {
            distinct += all[i] == all[i - 1] ? 0 : 1;
        }
        return distinct;
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

    /** On how many days (UTC) the shopper did it after then. */
    public int daysWith(Activity kind, long after) {
        long[] when = moments(kind);
        int days = 0;
        long counted = Long.MAX_VALUE;
        for (int i = when.length - 1; i >= 0 && when[i] > after; i--) {
            long day = Math.floorDiv(when[i], DAY);
            days += day == counted ? 0 : 1;
            counted = day;
        }
        return days;
    }

    /** How many sessions began less than so many days ago. */
    public int sessions(int days) {
        long[] visits = moments(Activity.VISIT);
        int count = 0;
        for (int i = visits.length - 1; i >= 0 && daysSince(visits[i]) < days; i--) {
            count += i == 0 || !sameSession(visits[i - 1], visits[i]) ? 1 : 0;
        }
        return count;
    }

    /** When the session under way began; empty where none is. */
    public OptionalLong session() {
        long[] visits = moments(Activity.VISIT);
        int first = visits.length - 1;
        if (first < 0 || !sameSession(visits[first], now)) {
            return OptionalLong.empty();
        }
        while (first > 0 && sameSession(visits[first - 1], visits[first])) {
            first--;
        }
        return OptionalLong.of(visits[first]);
    }

    /** Whether an order was placed after then, in the session that was under way. */
    public boolean orderedInSessionOf(Instant then) {
        long end = then.toEpochMilli();
        for (long visit : moments(Activity.VISIT)) {
            end = visit > end && sameSession(end, visit) ? visit : end;
        }
        long last = ActivityHour.of(end);
        return orders.stream()
                .map(PlacedOrder::placedAt)
                .anyMatch(placed -> placed.isAfter(then) && ActivityHour.of(placed.toEpochMilli()) <= last);
    }

    /** Whether what happens next belongs to the same session: it ends with a whole hour of the clock in which nothing happens. */
    private static boolean sameSession(long earlier, long next) {
        return ActivityHour.of(next) - ActivityHour.of(earlier) <= 1;
    }

    /** In how many hours the shopper did or met it after then. */
    public int hoursWith(Activity kind, long after) {
        long[] when = moments(kind);
        int first = when.length;
        while (first > 0 && when[first - 1] > after) {
            first--;
        }
        return when.length - first;
    }

    /** The moment so many days before the as-of time. */
    public long daysAgo(int days) {
        return now - days * DAY;
    }

    /**
     * The past as it would stand at a later time, had the shopper then also done this and nothing else; times ascend from the
     * as-of time of now.
     */
    public HistoryView continued(Instant until, List<PlacedOrder> ordered, long[] visits, long[] carts) {
        List<PlacedOrder> all = new ArrayList<>(orders.size() + ordered.size());
        all.addAll(orders);
        all.addAll(ordered);
        long[][] done = moments.clone();
        done[Activity.VISIT.code()] = hours(moments(Activity.VISIT), visits);
        done[Activity.CART.code()] = hours(moments(Activity.CART), carts);
        return new HistoryView(until, all, refunds, done);
    }

    /** Of an hour only the first moment counts. */
    private static long[] hours(long[] before, long[] more) {
        long[] all = Arrays.copyOf(before, before.length + more.length);
        int count = before.length;
        for (long moment : more) {
            if (count == 0 || ActivityHour.of(all[count - 1]) != ActivityHour.of(moment)) {
                all[count++] = moment;
            }
        }
        return count == all.length ? all : Arrays.copyOf(all, count);
    }

    private double amountOf(String orderId) {
        for (PlacedOrder order : orders) {
            if (order.orderId().equals(orderId)) {
                return order.amount();
            }
        }
        return 0;
    }

    private static long[] days(List<PlacedOrder> orders) {
        long[] days = new long[orders.size()];
        int count = 0;
        for (PlacedOrder order : orders) {
            long day = Math.floorDiv(order.placedAt().toEpochMilli(), DAY);
            if (count == 0 || days[count - 1] != day) {
                days[count++] = day;
            }
        }
        return count == days.length ? days : Arrays.copyOf(days, count);
    }
}
