package io.perennial.recommendation.clicklog;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is kept of the shelves that were shown; the service's yml describes each setting.
 *
 * @param retention how long a shelf is kept
 * @param most shelves that are kept, the newest
 * @param settled a shelf is learnt from when it was shown this long ago: until then something may yet be chosen
 * @param ordersFromBrowsers whether orders count that a browser's public key reported
 */
@Validated
@ConfigurationProperties("perennial.recommendation.click-log")
record ClickLogProperties(
        @DefaultValue("30d") Duration retention,
        @Min(1) @DefaultValue("1000000") int most,
        @DefaultValue("1h") Duration settled,
        @DefaultValue("true") boolean ordersFromBrowsers) {}
