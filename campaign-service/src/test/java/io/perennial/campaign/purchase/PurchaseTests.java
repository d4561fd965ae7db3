package io.perennial.campaign.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Event;
import io.perennial.common.event.Money;
import io.perennial.common.testkit.Events;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PurchaseTests {

    private static final List<Event> HISTORY = List.of(
            Events.order("o1").by("u1").at(Events.THEN).line("p1", 2, "5").build(),
            Events.track("Order Updated")
                    .by("u1")
                    .at(Events.THEN.plusSeconds(60))
                    .with("order_id", "o1")
                    .build()
                    .toBuilder()
                    .base(Money.of("7", "GBP"))
                    .build(),
            Events.order("o1")
                    .by("u1")
                    .at(Events.THEN.plusSeconds(30))
                    .line("p1", 1, "1")
                    .build());

    @Test
    void theLatestWordHoldsWhateverTheOrderOfArrival() {
        for (long seed = 1; seed <= 20; seed++) {
            List<Event> shuffled = new ArrayList<>(HISTORY);
            Collections.shuffle(shuffled, new Random(seed));
            Purchase all = fold(shuffled);

            assertThat(all).as("seed %d", seed).isNotNull();
            if (all != null) {
                assertThat(all.amount()).isEqualByComparingTo("7");
                assertThat(all.orderedAt()).isEqualTo(Events.THEN);
            }
        }
    }

    @Test
    void aCancelledOrderIsWorthNothing() {
        Purchase cancelled = fold(List.of(
                HISTORY.getFirst(),
                Events.track("Order Cancelled")
                        .by("u1")
                        .at(Events.THEN.plusSeconds(90))
                        .with("order_id", "o1")
                        .build()));

        assertThat(cancelled).extracting(Purchase::cancelled).isEqualTo(true);
    }

    @Test
    void otherEventsSayNothing() {
        assertThat(Purchase.of(Events.viewed("p1").by("u1").build())).isNull();
    }

    private static @Nullable Purchase fold(List<Event> events) {
        Purchase merged = null;
        for (Event event : events) {
            Purchase said = Purchase.of(event);
            if (said != null) {
                merged = merged == null ? said : merged.merge(said);
            }
        }
        return merged;
    }
}
