package io.perennial.recommendation.demand;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the units of one order, possibly only what was taken back of it. Merging is commutative and associative:
 * lines by the greatest version, refunds as a sum over distinct refund events, marks once set stay.
 *
 * @param placedAt time of the earliest Order Completed; null where none was seen
 * @param takenBackAt time of the earliest refund; null where none was seen
 * @param version of the lines: who said so when; empty where no lines were seen
 * @param lines units by product, as completed or updated
 * @param off cancelled, or refunded as a whole
 * @param refunded units by product
 */
record OrderUnits(
        @Nullable Instant placedAt,
        @Nullable Instant takenBackAt,
        String version,
        Map<String, BigDecimal> lines,
        boolean off,
        Map<String, BigDecimal> refunded) {

    OrderUnits {
        lines = Collections.unmodifiableMap(new TreeMap<>(lines));
        refunded = Collections.unmodifiableMap(new TreeMap<>(refunded));
    }

    static OrderUnits completed(Instant at, String version, Map<String, BigDecimal> lines) {
        return new OrderUnits(at, null, version, lines, false, Map.of());
    }

    static OrderUnits updated(String version, Map<String, BigDecimal> lines) {
        return new OrderUnits(null, null, version, lines, false, Map.of());
    }

    static OrderUnits calledOff() {
        return new OrderUnits(null, null, "", Map.of(), true, Map.of());
    }

    static OrderUnits refunded(Instant at, Map<String, BigDecimal> units) {
        return new OrderUnits(null, at, "", Map.of(), false, units);
    }

    OrderUnits merge(OrderUnits other) {
        Map<String, BigDecimal> back = new TreeMap<>(refunded);
        other.refunded.forEach((product, units) -> back.merge(product, units, BigDecimal::add));
        boolean mine = version.compareTo(other.version) >= 0;
        return new OrderUnits(
                earlier(placedAt, other.placedAt),
                earlier(takenBackAt, other.takenBackAt),
                mine ? version : other.version,
                mine ? lines : other.lines,
                off || other.off,
                back);
    }

    /** When its units count: when it was placed; what was taken back of an order nobody knows, then. */
    @Nullable Instant countsAt() {
        return placedAt != null ? placedAt : takenBackAt;
    }

    /** What it adds to demand by product: lines less refunds, at least zero; less than zero where only refunds are known. */
    Map<String, BigDecimal> net() {
        Map<String, BigDecimal> net = new TreeMap<>();
        if (off) {
            return net;
        }
        if (placedAt == null) {
            refunded.forEach((product, units) -> net.put(product, units.negate()));
        } else {
            lines.forEach((product, units) -> net.put(
                    product,
                    units.subtract(refunded.getOrDefault(product, BigDecimal.ZERO))
                            .max(BigDecimal.ZERO)));
        }
        net.values().removeIf(units -> units.signum() == 0);
        return net;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
