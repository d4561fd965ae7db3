package io.perennial.churn.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that was said of one order: its versions and, where it was, its cancellation. */
final class OrderHistory {

    private final List<OrderVersion> versions = new ArrayList<>(1);
    private @Nullable Instant cancelledAt;

    void add(OrderVersion version) {
        int at = Collections.binarySearch(versions, version, OrderVersion.LATEST);
        if (at < 0) {
            versions.add(-at - 1, version);
        }
    }

    void cancel(Instant at) {
        if (cancelledAt == null || at.isBefore(cancelledAt)) {
            cancelledAt = at;
        }
    }

    void addAll(OrderHistory other) {
        other.versions.forEach(this::add);
        if (other.cancelledAt != null) {
            cancel(other.cancelledAt);
        }
    }

    /** Ascending; empty where only a cancellation came so far. */
    List<OrderVersion> versions() {
        return versions;
    }

    @Nullable Instant cancelledAt() {
        return cancelledAt;
    }

    /** When it was last heard of: what bounds keep the latest by. */
    Instant lastHeard() {
        Instant version = versions.isEmpty() ? Instant.MIN : versions.getLast().at();
        return cancelledAt != null && cancelledAt.isAfter(version) ? cancelledAt : version;
    }

    /** The order as it stood at the time; null where not placed yet or cancelled by then. */
    @Nullable PlacedOrder asOf(String orderId, Instant asOf) {
        if (cancelledAt != null && !cancelledAt.isAfter(asOf)) {
            return null;
        }
        OrderVersion valid = null;
        for (OrderVersion version : versions) {
            if (version.at().isAfter(asOf)) {
                break;
            }
            valid = version;
        }
        return valid == null
                ? null
                : new PlacedOrder(
                        orderId,
                        versions.getFirst().at(),
                        valid.amount(),
                        valid.discount(),
                        valid.products(),
                        valid.categories());
    }
}
