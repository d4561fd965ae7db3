package io.perennial.churn.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.churn.drift.Baseline;
import io.perennial.churn.drift.Sketch;
import io.perennial.churn.feature.FeatureSet;
import io.perennial.churn.history.Activity;
import io.perennial.churn.history.ShopperHistory;
import io.perennial.churn.label.Target;
import io.perennial.churn.label.Window;
import io.perennial.churn.model.LinearModel;
import io.perennial.churn.model.Standardiser;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Whom a training leaves to be compared with. */
class SnapshotTests {

    private static final Instant AS_OF = SimulatedShoppers.AS_OF;
    private static final Duration STEP = Duration.ofDays(15);

    @Test
    void ofMoreThanAreKeptTheLastAreAsLikelyAsTheFirst() {
        Snapshot snapshot = new Snapshot(Window.before(AS_OF, Target.ORDER, STEP));
        ShopperHistory once = SimulatedShoppers.ordering(List.of(AS_OF.minus(STEP)));
        ShopperHistory twice = SimulatedShoppers.ordering(List.of(AS_OF.minus(STEP), AS_OF.minusSeconds(60)));
        for (int number = 0; number < 3 * Snapshot.MOST; number++) {
            snapshot.add(SimulatedShoppers.profile(number), number < 2 * Snapshot.MOST ? once : twice);
        }

        Baseline baseline = baseline(snapshot, FeatureSet.BUYERS);

        assertThat(baseline.shoppers()).isEqualTo(Snapshot.MOST);
        Sketch orders = Objects.requireNonNull(baseline.features().get("orders"));
        // A third of those added, ± 5 standard errors.
        assertThat(orders.counts()).hasSize(2);
        assertThat(orders.counts().getLast()).isBetween(6_330L, 7_000L);
    }

    @Test
    void visitorsAreThoseWhoCameInTheLastStep() {
        Snapshot snapshot = new Snapshot(Window.before(AS_OF, Target.CONVERSION, STEP));
        for (int number = 0; number < 100; number++) {
            ShopperHistory history = new ShopperHistory();
            history.active(Activity.VISIT, AS_OF.minus(Duration.ofDays(number)));
            snapshot.add(SimulatedShoppers.profile(number), history);
        }

        Baseline baseline = baseline(snapshot, FeatureSet.VISITORS);

        assertThat(baseline.shoppers()).isEqualTo(15);
        assertThat(baseline.isOf(STEP)).isTrue();
        assertThat(baseline.isOf(Duration.ZERO)).isFalse();
    }

    private static Baseline baseline(Snapshot snapshot, FeatureSet features) {
        double[] nothing = new double[features.columns().size()];
        double[] ones = nothing.clone();
        Arrays.fill(ones, 1);
        return snapshot.baseline(new LinearModel(new Standardiser(nothing, ones), nothing, 0), List.of(), 1);
    }
}
