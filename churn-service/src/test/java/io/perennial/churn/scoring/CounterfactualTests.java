package io.perennial.churn.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.churn.feature.FeatureSet;
import io.perennial.churn.history.OrderVersion;
import io.perennial.churn.history.ShopperHistory;
import io.perennial.churn.model.LinearModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The least a shopper would have to do, found on histories and not on columns. */
class CounterfactualTests {

    private static final Instant AS_OF = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void anOrderWithinDaysWhereOnlyRecencyCounts() {
        // Log-odds ln(1 + days since the order): never below 0, so an order is what brings the probability to one half.
        Counterfactual found =
                of(model("days_since_order", 1), shopper(), Band.HIGH).orElseThrow();
        assertThat(found.action()).isEqualTo("order");
        assertThat(found.times()).isEqualTo(1);
        assertThat(found.probability()).isEqualTo(0.5);
        assertThat(found.band()).isEqualTo("medium");
        assertThat(found.withinDays()).isEqualTo(30);
        assertThat(found.text()).isEqualTo("an order would do");
    }

    @Test
    void theDeadlineIsWhereWaitingWouldSpoilIt() {
        // Tenure counts against the shopper: it was 50 days now; ln(1 + tenure) × 0.2 passes ln(.7 / .3) beyond 68
        // days.
        Counterfactual found = of(model("days_since_order", 1, "tenure", 0.2), shopper(), Band.HIGH)
                .orElseThrow();
        assertThat(found.action()).isEqualTo("order");
        assertThat(found.withinDays()).isEqualTo(18);
        assertThat(found.text()).isEqualTo("an order within 18 days would do");
    }

    @Test
    void aVisitIsTriedBeforeAnOrder() {
        Counterfactual found =
                of(model("visit_days_since_order", -3), shopper(), Band.MEDIUM).orElseThrow();
        assertThat(found.action()).isEqualTo("visit");
        assertThat(found.band()).isEqualTo("low");
    }

    @Test
    void moreEventsAreTriedWhereOneIsNotEnough() {
        Counterfactual found = of(model("visit_days_since_order", -0.5), shopper(), Band.MEDIUM)
                .orElseThrow();
        assertThat(found.action()).isEqualTo("visit");
        assertThat(found.times()).isEqualTo(2);
        assertThat(found.text()).startsWith("2 visits on as many days");
    }

    @Test
    void nothingIsSaidWhereNothingHelpsOrNothingIsNeeded() {
        assertThat(of(model("tenure", 5), shopper(), Band.HIGH)).isEmpty();
        assertThat(of(model("days_since_order", 1), shopper(), Band.LOW)).isEmpty();
    }

    private static Optional<Counterfactual> of(LinearModel model, ShopperHistory shopper, Band band) {
        BandRule rule = new BandRule(BandRule.Basis.PROBABILITY, 0.7, 0.4, 0, 0, 0);
        return Counterfactual.of(
                new Scorer(FeatureSet.BUYERS, model), shopper.asOf(AS_OF), band, p -> rule.band(p, null));
    }

    /** One order 50 days ago. */
    private static ShopperHistory shopper() {
        ShopperHistory history = new ShopperHistory();
        history.ordered("o", new OrderVersion(AS_OF.minus(Duration.ofDays(50)), "m", 10, 1, List.of()));
        return history;
    }

    private static LinearModel model(Object... weights) {
        int columns = FeatureSet.BUYERS.columns().size();
        List<Double> all = new ArrayList<>(Collections.nCopies(columns, 0.0));
        for (int i = 0; i < weights.length; i += 2) {
            all.set(FeatureSet.BUYERS.columns().indexOf(weights[i]), ((Number) weights[i + 1]).doubleValue());
        }
        return new LinearModel.Coefficients(
                        FeatureSet.BUYERS.columns(),
                        Collections.nCopies(columns, 0.0),
                        Collections.nCopies(columns, 1.0),
                        all,
                        0)
                .model(FeatureSet.BUYERS.columns());
    }
}
