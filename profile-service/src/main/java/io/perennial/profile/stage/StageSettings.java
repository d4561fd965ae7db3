package io.perennial.profile.stage;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the stages begin and end.
 *
 * @param newFor how long a first order makes a shopper new
 * @param atRiskAfter intervals without an order after which a shopper is at risk
 * @param lapsedAfter intervals without an order after which a shopper has lapsed
 * @param ownIntervalFrom orders from which a shopper's own rhythm counts instead of the population's
 * @param shortestInterval floor of the expected interval
 * @param longestInterval ceiling of the expected interval
 * @param intervalUntilKnown expected interval while too few have bought twice
 */
@ConfigurationProperties("perennial.stage")
@Validated
public record StageSettings(
        @DefaultValue("30d") Duration newFor,
        @DefaultValue("1.5") @DecimalMin("0.1") double atRiskAfter,
        @DefaultValue("3") @DecimalMin("0.1") double lapsedAfter,
        @DefaultValue("3") @Min(2) int ownIntervalFrom,
        @DefaultValue("7d") Duration shortestInterval,
        @DefaultValue("180d") Duration longestInterval,
        @DefaultValue("60d") Duration intervalUntilKnown) {}
