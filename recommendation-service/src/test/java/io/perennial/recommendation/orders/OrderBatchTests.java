package io.perennial.recommendation.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.testkit.Events;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OrderBatchTests {

    @Test
    void theNewestLinesOfAnOrderCountWhateverTheOrderTheyCameIn() {
        Event completed = order("o1", "a", "b").at(Events.THEN).build();
        Event updated = Events.track("Order Updated")
                .with("order_id", "o1")
                .by("u1")
                .line("a", 1, "1.00")
                .line("c", 1, "1.00")
                .at(Events.THEN.plusSeconds(60))
                .build();
        OrderBatch one = batch(completed, updated, completed);
        assertThat(one.orders()).isEqualTo(batch(updated, completed).orders()).hasSize(1);
        assertThat(one.orders().get("shop/o1"))
                .isNotNull()
                .satisfies(told -> assertThat(told.products()).containsExactly("a", "c"));
    }

    @Test
    void aCancellationIsRememberedBesideTheLines() {
        Event completed = order("o1", "a", "b").at(Events.THEN).build();
        Event cancelled = Events.track("Order Cancelled")
                .with("order_id", "o1")
                .by("u1")
                .at(Events.THEN.plusSeconds(60))
                .build();
        assertThat(batch(cancelled, completed).orders())
                .isEqualTo(batch(completed, cancelled).orders());
        assertThat(batch(cancelled, completed).orders().get("shop/o1"))
                .isNotNull()
                .satisfies(told -> {
                    assertThat(told.products()).containsExactly("a", "b");
                    assertThat(told.cancelled()).isNotNull().isGreaterThan(Objects.requireNonNull(told.version()));
                });
    }

    @Test
    void aHugeOrderIsBounded() {
        Events huge = Events.order("o1").by("u1");
        for (int i = 0; i < 1_000; i++) {
            huge.line("p" + i, 1, "1.00");
        }
        assertThat(batch(huge.build()).orders().get("shop/o1"))
                .isNotNull()
                .satisfies(told -> assertThat(told.products()).hasSize(100));
    }

    private static Events order(String orderId, String... products) {
        Events order = Events.order(orderId).by("u1");
        for (String productId : products) {
            order.line(productId, 1, "1.00");
        }
        return order;
    }

    private static OrderBatch batch(Event... events) {
        OrderBatch batch = new OrderBatch(100);
        for (Event event : events) {
            batch.add(event, Objects.requireNonNull(CommerceEvent.of(event)));
        }
        return batch;
    }
}
