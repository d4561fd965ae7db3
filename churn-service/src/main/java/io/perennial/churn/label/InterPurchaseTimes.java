package io.perennial.churn.label;

import io.perennial.churn.history.HistoryView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How long a shop's shoppers take from one day with an order to the next, and the horizon that follows: nine in ten who came back had
 * done so by then, so who has not has probably left. Every shopper weighs the same, however often they order.
 */
public final class InterPurchaseTimes {

    /** What a horizon may be, in days, so that it does not move with every training. */
    private static final int[] HORIZONS = {7, 14, 30, 45, 60, 90, 120, 180, 270, 365};

    private static final double RETURNED = 0.9;
    /** The least of those who came back. */
    private static final int FEWEST = 50;
    /** Training and evaluation each need a horizon of future, and what is learnt from a past as long as both. */
    private static final int HORIZONS_OF_HISTORY = 4;
    /** A standing horizon this near goes on: models of different horizons cannot be compared. */
    private static final double NEAR = 1.5;

    private final List<Gap> gaps = new ArrayList<>();
    private @Nullable Instant first;
    private @Nullable Instant last;
    private int returned;

    private record Gap(long days, double weight) {}

    /** Adds a shopper. */
    public void add(HistoryView past) {
        if (past.orders().isEmpty()) {
            return;
        }
        Instant earliest = past.orders().getFirst().placedAt();
        first = first == null || earliest.isBefore(first) ? earliest : first;
        last = past.asOf();
        long[] days = past.orderDays();
        for (int i = 1; i < days.length; i++) {
            gaps.add(new Gap(days[i] - days[i - 1], 1.0 / (days.length - 1)));
        }
        returned += days.length > 1 ? 1 : 0;
    }

    /** The days within which a share of those who came back had done so; {@code share} from 0 to 1. */
    double quantile(double share) {
        List<Gap> ascending =
                gaps.stream().sorted(Comparator.comparingLong(Gap::days)).toList();
        double sum = 0;
        for (Gap gap : ascending) {
            sum += gap.weight;
            if (sum >= share * returned) {
                return gap.days;
            }
        }
        return ascending.isEmpty() ? 0 : ascending.getLast().days;
    }

    /**
     * In days; empty where too few came back to say.
     *
     * @param standing the horizon in use, which stays where it is near enough; null: none
     */
    public OptionalInt horizonDays(@Nullable Integer standing) {
        if (returned < FEWEST || first == null || last == null) {
            return OptionalInt.empty();
        }
        double usual = quantile(RETURNED);
        if (standing != null && standing <= usual * NEAR && standing >= usual / NEAR) {
            return OptionalInt.of(standing);
        }
        long longest = Duration.between(first, last).toDays() / HORIZONS_OF_HISTORY;
        int chosen = HORIZONS[0];
        for (int horizon : HORIZONS) {
            if (horizon <= longest && Math.abs(Math.log(horizon / usual)) < Math.abs(Math.log(chosen / usual))) {
                chosen = horizon;
            }
        }
        return OptionalInt.of(chosen);
    }
}
