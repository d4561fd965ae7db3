package io.perennial.recommendation.orders;

import io.perennial.common.identity.Identifier;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** The orders that were placed. */
@Service
@EnableConfigurationProperties(OrderProperties.class)
public class Orders {

    private static final int PAGE = 5_000;

    private final OrderStore store;
    private final OrderProperties properties;
    private final Clock clock;

    Orders(OrderStore store, OrderProperties properties, Clock clock) {
        this.store = store;
        this.properties = properties;
        this.clock = clock;
    }

    /** A batch to fill with events and give to {@link #record}. */
    public OrderBatch batch() {
        return new OrderBatch(properties.products());
    }

    /** Folds a batch in by one statement or none; the same again changes nothing. */
    public void record(OrderBatch batch) {
        if (!batch.orders().isEmpty()) {
            store.save(batch.orders());
        }
    }

    /** Hands over every order that stands, those of an identifier one after the other and in time. */
    public void forEach(Consumer<Basket> consumer) {
        OrderStore.Place after = OrderStore.Place.FIRST;
        while (after != null) {
            List<OrderStore.Row> page = store.page(after, PAGE);
            page.forEach(row -> consumer.accept(row.basket()));
            after = page.size() < PAGE ? null : page.getLast().place();
        }
    }

    /** Forgets the identifiers' orders; how many they were. */
    public long forget(Collection<Identifier> identifiers) {
        return store.delete(identifiers);
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forgetOld() {
        store.deleteBefore(clock.instant().minus(properties.kept()));
    }
}
