package io.perennial.recommendation.history;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of a shopper is remembered.
 *
 * @param newest products kept of each kind of interaction
 */
@Validated
@ConfigurationProperties("perennial.recommendation.history")
record HistoryProperties(
        @Min(1) @Max(10_000) @DefaultValue("500") int newest) {}
