package io.perennial.churn.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.churn.history.Activity;
import io.perennial.churn.history.OrderVersion;
import io.perennial.churn.history.ShopperHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of whom what is asked, as of when, and when the answer is yes. */
class TargetTests {

    private static final Instant AS_OF = Instant.parse("2026-06-01T00:00:00Z");
    private static final Duration HORIZON = Duration.ofDays(90);

    @Test
    void whoOrdersWithinTheHorizonStayed() {
        assertThat(churned(ordered(-10, 90))).isFalse();
        assertThat(churned(ordered(-10, 91))).isTrue();
        assertThat(churned(ordered(-10))).isTrue();
        assertThat(churned(ordered(0))).isTrue();
    }

    @Test
    void theNextOrderIsWithinThirtyDaysOrNot() {
        Duration days = Duration.ofDays(30);
        assertThat(Target.ORDER.outcome(ordered(-10, 30), AS_OF, days)).isTrue();
        assertThat(Target.ORDER.outcome(ordered(-10, 31), AS_OF, days)).isFalse();
    }

    @Test
    void whoHadNoOrderBeforeIsNotAsked() {
        assertThat(Target.CHURN.moment(ordered(1), AS_OF, AS_OF, 0)).isEmpty();
        assertThat(Target.ORDER.moment(ordered(1), AS_OF, AS_OF, 0)).isEmpty();
        assertThat(Target.ORDER.moment(ordered(0), AS_OF, AS_OF, 0)).contains(AS_OF);
    }

    @Test
    void anOrderCancelledWithinTheHorizonDoesNotCount() {
        ShopperHistory history = ordered(-10, 20);
        history.cancelled("o20", AS_OF.plus(Duration.ofDays(21)));
        assertThat(churned(history)).isTrue();
    }

    @Test
    void aSessionIsAskedAboutWhileItLastsAndEndsWithAQuietHour() {
        ShopperHistory history = new ShopperHistory();
        Instant came = AS_OF.plus(Duration.ofMinutes(10));
        Instant cart = AS_OF.plus(Duration.ofMinutes(70));
        Instant nextMorning = AS_OF.plus(Duration.ofHours(9));
        for (Instant visit : List.of(came, cart, nextMorning)) {
            history.active(Activity.VISIT, visit);
        }
        history.active(Activity.CART, cart);
        history.ordered("o", order(cart.plus(Duration.ofMinutes(20)))); // its visit is the hour's, which the cart began

        Instant until = AS_OF.plus(Duration.ofDays(1));
        assertThat(Target.CONVERSION.moment(history, AS_OF, until, 0)).contains(came);
        assertThat(Target.CONVERSION.moment(history, AS_OF, until, 0.4)).contains(cart);
        assertThat(Target.CONVERSION.moment(history, AS_OF, until, 0.999)).contains(nextMorning);
        assertThat(Target.CONVERSION.moment(history, nextMorning, until, 0)).isEmpty();
        assertThat(converted(history, came)).isTrue();
        assertThat(converted(history, cart)).isTrue();
        assertThat(converted(history, cart.plus(Duration.ofMinutes(20))))
                .as("the order is no longer to come")
                .isFalse();
        assertThat(converted(history, nextMorning)).isFalse();

        history.ordered("p", order(nextMorning.plus(Duration.ofHours(3)))); // in another session
        history.active(Activity.VISIT, nextMorning.plus(Duration.ofHours(3)));
        assertThat(converted(history, nextMorning)).isFalse();
    }

    @Test
    void aMessageIsAskedAboutBeforeItArrivesAndFollowedWithinAWeekOrNot() {
        ShopperHistory history = new ShopperHistory();
        Instant sent = AS_OF.plus(Duration.ofHours(8));
        history.active(Activity.MESSAGE, sent);
        Instant asked =
                Target.RESPONSE.moment(history, AS_OF, AS_OF.plus(HORIZON), 0.7).orElseThrow();
        assertThat(asked).isBefore(sent).isAfter(sent.minusSeconds(1));
        assertThat(responded(history, asked)).isFalse();

        history.active(Activity.RESPONSE, sent.minus(Duration.ofDays(1)));
        assertThat(responded(history, asked)).as("to an earlier one").isFalse();
        history.active(Activity.RESPONSE, sent.plus(Duration.ofDays(8)));
        assertThat(responded(history, asked)).as("too late").isFalse();
        history.active(Activity.RESPONSE, sent.plus(Duration.ofDays(6)));
        assertThat(responded(history, asked)).isTrue();
        history.active(Activity.MESSAGE, sent.plus(Duration.ofDays(5)));
        assertThat(responded(history, asked)).as("to a later one").isFalse();
    }

    @Test
    void trainingLabelsAreKnownAGapBeforeTheEvaluationBegins() {
        Duration gap = Duration.ofDays(2);
        Duration window = Duration.ofDays(15);
        TimeSplit split = TimeSplit.endingAt(AS_OF, HORIZON, gap, window, 3, window);

        assertThat(split.evaluation().plus(HORIZON).plus(gap)).isEqualTo(AS_OF);
        assertThat(split.training().getFirst().plus(HORIZON).plus(gap).plus(window))
                .isEqualTo(split.evaluation());
        assertThat(split.training()).hasSize(3).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(split.training().get(1)).isEqualTo(split.training().get(0).minus(window));
        assertThat(split.earliest()).isEqualTo(split.training().getLast().minus(window));
    }

    private static boolean churned(ShopperHistory history) {
        return Target.CHURN.outcome(history, AS_OF, HORIZON);
    }

    private static boolean converted(ShopperHistory history, Instant asOf) {
        return Target.CONVERSION.outcome(history, asOf, Duration.ofDays(1));
    }

    private static boolean responded(ShopperHistory history, Instant asOf) {
        return Target.RESPONSE.outcome(history, asOf, Duration.ofDays(7));
    }

    private static ShopperHistory ordered(int... days) {
        ShopperHistory history = new ShopperHistory();
        for (int day : days) {
            history.ordered("o" + day, order(AS_OF.plus(Duration.ofDays(day))));
        }
        return history;
    }

    private static OrderVersion order(Instant at) {
        return new OrderVersion(at, "m", 1, 1, List.of());
    }
}
