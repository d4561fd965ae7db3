package io.perennial.churn.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.churn.history.OrderVersion;
import io.perennial.churn.history.ShopperHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who churned, and when that may be known. */
class ChurnLabelTests {

    private static final Instant AS_OF = Instant.parse("2026-06-01T00:00:00Z");
    private static final Duration HORIZON = Duration.ofDays(90);

    @Test
    void whoOrdersWithinTheHorizonStayed() {
        assertThat(ChurnLabel.of(ordered(-10, 90), AS_OF, HORIZON)).contains(false);
        assertThat(ChurnLabel.of(ordered(-10, 91), AS_OF, HORIZON)).contains(true);
        assertThat(ChurnLabel.of(ordered(-10), AS_OF, HORIZON)).contains(true);
        assertThat(ChurnLabel.of(ordered(0), AS_OF, HORIZON)).contains(true);
    }

    @Test
    void whoHadNoOrderBeforeHasNoLabel() {
        assertThat(ChurnLabel.of(ordered(1), AS_OF, HORIZON)).isEmpty();
    }

    @Test
    void anOrderCancelledWithinTheHorizonDoesNotCount() {
        ShopperHistory history = ordered(-10, 20);
        history.cancelled("o20", AS_OF.plus(Duration.ofDays(21)));
        assertThat(ChurnLabel.of(history, AS_OF, HORIZON)).contains(true);
    }

    @Test
    void trainingLabelsEndWhereTheEvaluationBegins() {
        TimeSplit split = TimeSplit.endingAt(AS_OF, HORIZON, 3, Duration.ofDays(15));

        assertThat(split.evaluation().plus(HORIZON)).isEqualTo(AS_OF);
        assertThat(split.training())
                .hasSize(3)
                .allSatisfy(snapshot -> assertThat(snapshot.plus(HORIZON)).isBeforeOrEqualTo(split.evaluation()));
        assertThat(split.training().get(0).plus(HORIZON)).isEqualTo(split.evaluation());
        assertThat(split.training().get(1)).isEqualTo(split.training().get(0).minus(Duration.ofDays(15)));
    }

    private static ShopperHistory ordered(int... days) {
        ShopperHistory history = new ShopperHistory();
        for (int day : days) {
            history.ordered("o" + day, new OrderVersion(AS_OF.plus(Duration.ofDays(day)), "m", 1, 1, List.of()));
        }
        return history;
    }
}
