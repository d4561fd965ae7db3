package io.perennial.recommendation.model;

import io.perennial.recommendation.learning.BlendSettings;
import io.perennial.recommendation.neighbours.ItemToItemParameters;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the blend is trained; the service's yml describes each setting.
 *
 * @param interval how long after a training the next may begin by itself
 * @param fewestShoppers with fewer no JVM is started
 * @param heap of the JVM that trains
 * @param timeout after which it is killed
 * @param denseItems products that take part in dense models
 * @param weights kept from each product in each model
 * @param longestHistory interactions of a shopper that count, the newest
 * @param effort 10^9 floating-point operations the search may spend on trainings
 * @param cells 10^6 scores that are computed to try one setting
 */
record BlendProperties(
        @DefaultValue("6h") Duration interval,
        @Min(1) @DefaultValue("100") int fewestShoppers,
        @Pattern(regexp = "\\d+[mg]") @DefaultValue("1g") String heap,
        @DefaultValue("30m") Duration timeout,
        @Min(1) @DefaultValue("8000") int denseItems,
        @Min(1) @DefaultValue("100") int weights,
        @Min(2) @DefaultValue("200") int longestHistory,
        @Positive @DefaultValue("1000") double effort,
        @Min(1) @DefaultValue("20") long cells) {

    private static final double GIGA = 1e9;
    private static final long MEGA = 1_000_000;

    BlendSettings settings(Duration window, ItemToItemParameters neighbours) {
        return new BlendSettings(window, denseItems, weights, longestHistory, effort * GIGA, cells * MEGA, neighbours);
    }
}
