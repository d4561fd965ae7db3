package io.perennial.recommendation.recommend;

import io.perennial.recommendation.history.SignalWeights;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How answers are made; the service's yml describes each setting.
 *
 * @param standardLimit items where the request names no limit
 * @param greatestLimit items at most
 * @param rankLimit products in a rank request at most
 * @param seeds products of a history that count at most, the heaviest
 * @param loggedShare of the answers to shoppers who consent, whose items rankers are to learn from
 * @param halfLife of a signal's weight when answering; relative to the shopper's newest
 */
@Validated
@ConfigurationProperties("perennial.recommendation.answer")
record RecommendProperties(
        @Min(1) @DefaultValue("10") int standardLimit,
        @Min(1) @Max(1000) @DefaultValue("100") int greatestLimit,
        @Min(1) @Max(10_000) @DefaultValue("500") int rankLimit,
        @Min(1) @DefaultValue("100") int seeds,
        @PositiveOrZero @DecimalMax("1") @DefaultValue("1") double loggedShare,
        @PositiveOrZero @DefaultValue("1") double view,
        @PositiveOrZero @DefaultValue("2") double wish,
        @PositiveOrZero @DefaultValue("3") double cart,
        @PositiveOrZero @DefaultValue("3") double order,
        @DefaultValue("60d") Duration halfLife) {

    SignalWeights weights() {
        return new SignalWeights(view, wish, cart, order, halfLife);
    }
}
