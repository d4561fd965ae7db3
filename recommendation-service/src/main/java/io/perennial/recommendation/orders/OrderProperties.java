package io.perennial.recommendation.orders;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long and how much of orders is kept; the service's yml describes each setting.
 *
 * @param kept after it was placed
 * @param products of an order, the first
 */
@Validated
@ConfigurationProperties("perennial.recommendation.orders")
record OrderProperties(
        @DefaultValue("730d") Duration kept,
        @Min(2) @Max(1000) @DefaultValue("100") int products) {}
