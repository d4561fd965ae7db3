package io.perennial.churn.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.churn.history.Activity;
import io.perennial.churn.history.OrderVersion;
import io.perennial.churn.history.ShopperHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When shoppers are asked about. */
class WindowTests {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Duration STEP = Duration.ofDays(15);

    @Test
    void whatIsAskedAsOfADayIsAskedAsOfTheEnd() {
        ShopperHistory history = new ShopperHistory();
        history.ordered("o", new OrderVersion(NOW.minus(Duration.ofDays(80)), "m", 1, 1, List.of()));
        Window window = Window.before(NOW, Target.CHURN, STEP);
        assertThat(window.length()).isZero();
        assertThat(window.moment(UUID.randomUUID(), history)).contains(NOW);
    }

    @Test
    void whatIsAskedAsOfMomentsIsAskedOfOneOfAStepAlwaysTheSame() {
        ShopperHistory history = new ShopperHistory();
        Set<Instant> within = new HashSet<>();
        for (int day = 0; day < 40; day++) {
            Instant came = NOW.minus(Duration.ofDays(day));
            history.active(Activity.VISIT, came);
            if (day < 15) {
                within.add(came);
            }
        }
        Window window = Window.before(NOW, Target.CONVERSION, STEP);
        Set<Instant> drawn = new HashSet<>();
        for (int shopper = 0; shopper < 500; shopper++) {
            UUID id = UUID.nameUUIDFromBytes(new byte[] {(byte) shopper, (byte) (shopper >> 8)});
            Instant moment = window.moment(id, history).orElseThrow();
            assertThat(window.moment(id, history)).contains(moment);
            drawn.add(moment);
        }
        assertThat(drawn).as("each of them comes to be drawn, and no other").isEqualTo(within);
    }

    @Test
    void whoDidNothingInAStepIsNotAskedAbout() {
        ShopperHistory history = new ShopperHistory();
        history.active(Activity.VISIT, NOW.minus(STEP));
        assertThat(Window.before(NOW, Target.CONVERSION, STEP).moment(UUID.randomUUID(), history))
                .isEmpty();
    }
}
