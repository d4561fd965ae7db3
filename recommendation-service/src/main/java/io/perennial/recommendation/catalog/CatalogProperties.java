package io.perennial.recommendation.catalog;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the catalog; the service's yml describes each.
 *
 * @param currency the shop's
 * @param neverRecommended regular expressions of whole product ids that are no products
 * @param unchangedRefresh how much later, in event time, a value seen again is written again
 * @param learntCache products whose learnt values are remembered, to skip what is unchanged
 * @param feedRows most rows in one request
 * @param feedBytes most bytes in one request
 */
@Validated
@ConfigurationProperties("perennial.recommendation.catalog")
record CatalogProperties(
        @DefaultValue("EUR") Currency currency,
        @DefaultValue({}) List<String> neverRecommended,
        @DefaultValue("1d") Duration unchangedRefresh,
        @Min(0) @DefaultValue("200000") int learntCache,
        @Min(1) @Max(100_000) @DefaultValue("10000") int feedRows,
        @Min(1024) @DefaultValue("16777216") int feedBytes) {}
