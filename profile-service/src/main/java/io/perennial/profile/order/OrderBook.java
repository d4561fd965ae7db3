package io.perennial.profile.order;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.event.Trust;
import io.perennial.common.identity.Identifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The orders of all identifiers: folds events into them and sums them up. */
@Component
@EnableConfigurationProperties(OrderSettings.class)
public class OrderBook {

    private final OrderStore store;
    private final OrderSettings settings;
    private final Counter completed;

    OrderBook(OrderStore store, OrderSettings settings, MeterRegistry metrics) {
        this.store = store;
        this.settings = settings;
        this.completed = Counter.builder("profile.orders.completed")
                .description("Orders seen completed for the first time")
                .register(metrics);
    }

    /** Takes in events, each to be seen once; whoever calls holds the lock of their identifiers. */
    public void fold(List<Event> batch) {
        Map<OrderKey, Order> said = new HashMap<>();
        for (Event event : batch) {
            Order order = believed(event) ? Orders.saidBy(event, CommerceEvent.of(event)) : null;
            if (order != null) {
                said.merge(new OrderKey(event.identifier(), order.orderId()), order, Order::merge);
            }
        }
        if (said.isEmpty()) {
            return;
        }
        Map<OrderKey, Order> known = store.find(said.keySet());
        long placed = said.entrySet().stream()
                .filter(entry -> entry.getValue().counts())
                .filter(entry -> !counted(known.get(entry.getKey())))
                .count();
        known.forEach((key, order) -> said.merge(key, order, Order::merge));
        store.save(said);
        countWhenCommitted(placed);
    }

    private void countWhenCommitted(long placed) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                completed.increment((double) placed);
            }
        });
    }

    private static boolean counted(@Nullable Order known) {
        return known != null && known.counts();
    }

    private boolean believed(Event event) {
        return settings.fromBrowsers() || event.trust() == Trust.SERVER;
    }

    /** By identifier, those that have any. */
    public Map<Identifier, List<Order>> of(Collection<Identifier> identifiers) {
        return store.findAll(identifiers);
    }
}
