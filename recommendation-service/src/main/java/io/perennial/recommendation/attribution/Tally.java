package io.perennial.recommendation.attribution;

import java.math.BigDecimal;

/**
 * Sums over recommendations.
 *
 * @param seen recommendations that were seen
 * @param clicked those of them with a click, however many; likewise carted and ordered (not cancelled)
 * @param revenue of the orders less refunds, in the shop's currency
 */
public record Tally(long seen, long clicked, long carted, long ordered, BigDecimal revenue) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, BigDecimal.ZERO);

    public Tally plus(Tally other) {
        return new Tally(
                seen + other.seen,
                clicked + other.clicked,
                carted + other.carted,
                ordered + other.ordered,
                revenue.add(other.revenue));
    }

    Tally minus(Tally other) {
        return new Tally(
                seen - other.seen,
                clicked - other.clicked,
                carted - other.carted,
                ordered - other.ordered,
                revenue.subtract(other.revenue));
    }

    boolean isNone() {
        return seen == 0 && clicked == 0 && carted == 0 && ordered == 0 && revenue.signum() == 0;
    }
}
