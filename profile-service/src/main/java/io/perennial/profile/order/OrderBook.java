package io.perennial.profile.order;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.event.Trust;
import io.perennial.common.identity.Identifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /**
     * Takes in events, each to be seen once; whoever calls holds the lock of their identifiers.
     *
     * @return the orders of the events' identifiers as they are now
     */
    public Map<Identifier, List<Order>> fold(List<Event> batch) {
        Map<Identifier, Map<String, Order>> said = new HashMap<>();
        Set<Identifier> all = new HashSet<>();
        for (Event event : batch) {
            all.add(event.identifier());
            Order order = believed(event) ? Orders.saidBy(event, CommerceEvent.of(event)) : null;
            if (order != null) {
                said.computeIfAbsent(event.identifier(), first -> new HashMap<>())
                        .merge(order.orderId(), order, Order::merge);
            }
        }
        Map<Identifier, List<Order>> known = store.find(all);
        if (said.isEmpty()) {
            return known;
        }
        Map<Identifier, List<Order>> current = new HashMap<>(known);
        said.forEach((identifier, orders) -> {
            Map<String, Order> merged = new HashMap<>();
            known.getOrDefault(identifier, List.of()).forEach(order -> merged.put(order.orderId(), order));
            orders.replaceAll((id, order) -> merged.merge(id, order, Order::merge));
            current.put(identifier, List.copyOf(merged.values()));
        });
        store.save(said);
        countWhenCommitted(completed(current) - completed(known));
        return current;
    }

    private static long completed(Map<Identifier, List<Order>> orders) {
        return orders.values().stream()
                .flatMap(List::stream)
                .filter(Order::counts)
                .count();
    }

    private void countWhenCommitted(long placed) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                completed.increment((double) placed);
            }
        });
    }

    private boolean believed(Event event) {
        return settings.fromBrowsers() || event.trust() == Trust.SERVER;
    }

    /** By identifier, those that have any. */
    public Map<Identifier, List<Order>> of(Collection<Identifier> identifiers) {
        return identifiers.isEmpty() ? Map.of() : store.find(identifiers);
    }
}
