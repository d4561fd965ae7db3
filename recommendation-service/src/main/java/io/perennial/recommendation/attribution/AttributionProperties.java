package io.perennial.recommendation.attribution;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long what came of recommendations is kept, and who is believed; the service's yml describes each setting.
 *
 * @param retention how long a recommendation's own outcome is kept, longer than it may still be told of; so long refunds
 *     count, so the sums stay at least as long
 * @param dayRetention how long the sums by day are kept
 * @param shopperRetention how long a shopper's sums in an experiment are kept after their last change
 * @param ordersFromBrowsers whether orders, and what is taken back of them, count that a browser's public key reported
 */
@Validated
@ConfigurationProperties("perennial.recommendation.attribution")
record AttributionProperties(
        @DefaultValue("30d") Duration retention,
        @DefaultValue("400d") Duration dayRetention,
        @DefaultValue("180d") Duration shopperRetention,
        @DefaultValue("true") boolean ordersFromBrowsers) {

    AttributionProperties {
        if (retention.compareTo(shopperRetention) > 0 || retention.plusDays(1).compareTo(dayRetention) > 0) {
            throw new IllegalArgumentException(
                    "perennial.recommendation.attribution.retention must not exceed"
                            + " shopper-retention, nor day-retention less a day, else refunds would be taken from sums that are gone");
        }
    }
}
