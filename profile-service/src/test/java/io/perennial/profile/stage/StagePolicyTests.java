package io.perennial.profile.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.profile.order.Purchases;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The life cycle by example. */
class StagePolicyTests {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private final StagePolicy policy = new StagePolicy(new StageSettings(
            Duration.ofDays(30), 1.5, 3, 3, Duration.ofDays(7), Duration.ofDays(180), Duration.ofDays(60)));

    @Test
    void whoHasNotBoughtIsAVisitorOrALead() {
        assertThat(policy.of(false, Purchases.NONE, null, NOW).stage()).isEqualTo(Stage.VISITOR);
        assertThat(policy.of(true, Purchases.NONE, null, NOW).stage()).isEqualTo(Stage.LEAD);
    }

    @Test
    void aFirstOrderIsNewThenMeasuredByThePopulation() {
        Purchases yesterday = bought(1, 1, 1);
        assertThat(policy.of(true, yesterday, null, NOW))
                .isEqualTo(new StagePolicy.Standing(Stage.NEW, NOW.plus(Duration.ofDays(29))));
        Purchases forty = bought(1, 40, 40);
        assertThat(policy.of(true, forty, Duration.ofDays(60), NOW).stage()).isEqualTo(Stage.ACTIVE);
        assertThat(policy.of(true, forty, Duration.ofDays(20), NOW).stage()).isEqualTo(Stage.AT_RISK);
        assertThat(policy.of(true, forty, Duration.ofDays(10), NOW).stage()).isEqualTo(Stage.LAPSED);
    }

    @Test
    void withEnoughOrdersTheOwnRhythmCounts() {
        Purchases weekly = bought(5, 40, 12); // every seven days, last twelve days ago
        assertThat(policy.of(true, weekly, Duration.ofDays(100), NOW).stage()).isEqualTo(Stage.AT_RISK);
        Purchases quarterly = bought(5, 400, 100); // every 75 days
        assertThat(policy.of(true, quarterly, Duration.ofDays(10), NOW).stage()).isEqualTo(Stage.ACTIVE);
    }

    @Test
    void aStageEndsWhenItSaysItDoes() {
        Purchases weekly = bought(5, 40, 12);
        Instant until =
                Objects.requireNonNull(policy.of(true, weekly, null, NOW).until());
        assertThat(until).isAfter(NOW);
        assertThat(policy.of(true, weekly, null, until.minusMillis(1)).stage()).isEqualTo(Stage.AT_RISK);
        assertThat(policy.of(true, weekly, null, until)).isEqualTo(new StagePolicy.Standing(Stage.LAPSED, null));
    }

    private static Purchases bought(long orders, int firstDaysAgo, int lastDaysAgo) {
        return new Purchases(
                orders,
                orders,
                BigDecimal.TEN,
                NOW.minus(Duration.ofDays(firstDaysAgo)),
                NOW.minus(Duration.ofDays(lastDaysAgo)));
    }
}
