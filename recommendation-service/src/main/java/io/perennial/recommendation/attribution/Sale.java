package io.perennial.recommendation.attribution;

import java.math.BigDecimal;

/**
 * What an order brought that a recommendation led to.
 *
 * @param version who said so when; the greatest counts
 * @param revenue in the shop's currency
 */
record Sale(String version, BigDecimal revenue) {

    Sale later(Sale other) {
        int order = version.compareTo(other.version);
        return order > 0 || (order == 0 && revenue.compareTo(other.revenue) >= 0) ? this : other;
    }
}
