package io.perennial.recommendation.experiment;

import com.fasterxml.jackson.annotation.JsonValue;
import io.perennial.recommendation.attribution.ArmMoments;
import io.perennial.recommendation.attribution.LoggedOutcome;
import io.perennial.recommendation.attribution.Tally;
import io.perennial.recommendation.statistics.Ratio;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What an experiment is decided by. A shopper counts once they saw a recommendation of the placement. */
enum Metric {
    /** Recommendations clicked of those seen. */
    CLICK_RATE("click-rate"),
    /** Recommendations that led to the cart of those seen. */
    CART_RATE("cart-rate"),
    /** Shoppers with an order that came of a recommendation. */
    CONVERSION("conversion"),
    /** Revenue of orders that came of recommendations, less refunds, a shopper. */
    REVENUE_PER_SHOPPER("revenue-per-shopper");

    private final String wire;

    Metric(String wire) {
        this.wire = wire;
    }

    @JsonValue
    String wire() {
        return wire;
    }

    static @Nullable Metric of(String wire) {
        return Arrays.stream(values())
                .filter(metric -> metric.wire.equals(wire))
                .findFirst()
                .orElse(null);
    }

    /** Whether it is 0 or 1 of each recommendation, as a bandit needs it. */
    boolean binary() {
        return this != REVENUE_PER_SHOPPER;
    }

    /** The metric of an arm over its shoppers, with its variance by the delta method. */
    Ratio ratio(ArmMoments arm) {
        double n = arm.shoppers();
        return switch (this) {
            case CLICK_RATE ->
                Ratio.of(n, arm.clicked(), arm.seen(), arm.clickedSquares(), arm.seenSquares(), arm.clickedSeen());
            case CART_RATE ->
                Ratio.of(n, arm.carted(), arm.seen(), arm.cartedSquares(), arm.seenSquares(), arm.cartedSeen());
            case CONVERSION -> {
                double converted = arm.converted();
                yield Ratio.of(n, converted, n, converted, n, converted);
            }
            case REVENUE_PER_SHOPPER -> Ratio.of(n, arm.revenue(), n, arm.revenueSquares(), n, arm.revenue());
        };
    }

    /** How often what it counts happened, revenue by the shoppers who brought any. */
    double successes(ArmMoments arm) {
        return switch (this) {
            case CLICK_RATE -> arm.clicked();
            case CART_RATE -> arm.carted();
            case CONVERSION, REVENUE_PER_SHOPPER -> arm.converted();
        };
    }

    /** How many of the recommendations seen succeeded; only of what is binary. */
    long successes(Tally tally) {
        return switch (this) {
            case CLICK_RATE -> tally.clicked();
            case CART_RATE -> tally.carted();
            case CONVERSION -> tally.ordered();
            case REVENUE_PER_SHOPPER -> throw new IllegalArgumentException("revenue is not 0 or 1");
        };
    }

    /** What one recommendation brought. */
    double reward(LoggedOutcome logged) {
        return switch (this) {
            case CLICK_RATE -> logged.clicked() ? 1 : 0;
            case CART_RATE -> logged.carted() ? 1 : 0;
            case CONVERSION -> logged.ordered() ? 1 : 0;
            case REVENUE_PER_SHOPPER -> logged.revenue();
        };
    }
}
