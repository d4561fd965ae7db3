package io.perennial.recommendation.attribution;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What an order brings a recommendation that led to it, as things stand.
 *
 * @param ordered whether it is one: it was not cancelled, and still has a product of the recommendation
 * @param revenue less refunds, in the shop's currency
 */
record Sale(boolean ordered, BigDecimal revenue) {

    /** Decimals of a revenue. */
    static final int DECIMALS = 4;

    /** Of an order that does not stand. */
    static final Sale NONE = new Sale(false, BigDecimal.ZERO.setScale(DECIMALS));

    Sale plus(Sale other) {
        return new Sale(ordered || other.ordered, revenue.add(other.revenue));
    }

    Sale rounded() {
        return new Sale(ordered, revenue.setScale(DECIMALS, RoundingMode.HALF_EVEN));
    }
}
