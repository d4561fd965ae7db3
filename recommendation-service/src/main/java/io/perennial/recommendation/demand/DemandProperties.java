package io.perennial.recommendation.demand;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How demand is counted and forecast; the service's yml describes each setting.
 *
 * @param ordersFromBrowsers whether orders count that a browser's public key reported
 * @param zone in which weeks begin on Monday
 * @param horizon weeks to forecast; what a stock has to last for
 * @param overStock weeks of expected demand above which a stock is too much
 * @param origins weeks from which the back-test forecasts
 * @param mostTrained products the methods are chosen on
 * @param interval after which a forecast is made anew without a new week
 * @param orderRetention how long after its last change an order's lines are kept, for what may be taken back
 * @param weeks of sales that are kept and looked at
 */
@Validated
@ConfigurationProperties("perennial.recommendation.demand")
record DemandProperties(
        @DefaultValue("true") boolean ordersFromBrowsers,
        @DefaultValue("UTC") ZoneId zone,
        @Min(1) @Max(26) @DefaultValue("4") int horizon,
        @Min(2) @Max(520) @DefaultValue("26") int overStock,
        @Min(1) @Max(52) @DefaultValue("8") int origins,
        @Min(100) @DefaultValue("5000") int mostTrained,
        @DefaultValue("1d") Duration interval,
        @DefaultValue("180d") Duration orderRetention,
        @Min(8) @Max(520) @DefaultValue("130") int weeks) {}
