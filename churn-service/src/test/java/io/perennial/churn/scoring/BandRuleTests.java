package io.perennial.churn.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perennial.churn.feature.FeatureSet;
import io.perennial.churn.feature.FeatureVector;
import io.perennial.churn.history.OrderVersion;
import io.perennial.churn.history.Refund;
import io.perennial.churn.history.ShopperHistory;
import io.perennial.common.testkit.Samples;
import io.perennial.common.topic.ProfileState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bands by what a contact brings, and where that is not known by probability. */
class BandRuleTests {

    private static final Instant AS_OF = Instant.parse("2026-06-01T00:00:00Z");
    private static final BandRule COST = new BandRule(BandRule.Basis.COST, 0.7, 0.4, 0.1, 0.5, 1);
    private static final BandRule PROBABILITY = new BandRule(BandRule.Basis.PROBABILITY, 0.7, 0.4, 0.1, 0.5, 1);

    @Test
    void aContactIsWorthTheValueAtStakeTimesTheProbabilitySavedLessItsCost() {
        assertThat(COST.expectedValue(0.8, 20.0)).isCloseTo(1.1, within(1e-12));
        assertThat(COST.band(0.8, 20.0)).isEqualTo(Band.HIGH);
        assertThat(COST.band(0.8, 15.0)).as("0.70 is earned").isEqualTo(Band.MEDIUM);
        assertThat(COST.band(0.8, 6.0)).as("0.02 is lost").isEqualTo(Band.LOW);
        assertThat(COST.band(0.39, 10_000.0)).as("stays anyway").isEqualTo(Band.LOW);
    }

    @Test
    void withoutAKnownValueOrBySettingTheProbabilityDecides() {
        for (Double value : new Double[] {null, 1.0}) {
            BandRule rule = value == null ? COST : PROBABILITY;
            assertThat(rule.band(0.7, value)).isEqualTo(Band.HIGH);
            assertThat(rule.band(0.5, value)).isEqualTo(Band.MEDIUM);
            assertThat(rule.band(0.3, value)).isEqualTo(Band.LOW);
        }
        assertThat(COST.expectedValue(0.9, null)).isNull();
    }

    @Test
    void theLifetimeValueIsTakenAsIfTheShopperWereAlive() {
        ProfileState state = TopicCodec.of(ProfileState.class).read(Samples.of(Topics.PROFILE));
        assertThat(ValueAtStake.of(state, ordered(100, 40), 90)).isCloseTo(1460.12 / 0.93, within(1e-9));
    }

    @Test
    void withoutLifetimeValueTheOwnRevenueIsScaledToTheHorizon() {
        assertThat(ValueAtStake.of(null, ordered(180, 40), 90)).isCloseTo((40 - 10) / 2.0, within(1e-9));
        assertThat(ValueAtStake.of(null, ordered(5, 40), 90))
                .as("not more than was spent")
                .isCloseTo(30, within(1e-9));
        assertThat(ValueAtStake.of(null, ordered(180, 0), 90))
                .as("amounts unknown")
                .isNull();
    }

    /** One order so many days ago, of which 10 were given back. */
    private static FeatureVector ordered(int daysAgo, double amount) {
        Instant at = AS_OF.minus(Duration.ofDays(daysAgo));
        ShopperHistory history = new ShopperHistory();
        history.ordered("o", new OrderVersion(at, "m", amount, 1, List.of()));
        history.refunded("r", new Refund(at, "o", 10.0));
        return FeatureSet.BUYERS.extract(history, AS_OF).orElseThrow();
    }
}
