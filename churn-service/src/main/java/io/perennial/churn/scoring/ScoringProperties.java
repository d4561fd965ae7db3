package io.perennial.churn.scoring;

import io.perennial.common.event.Money;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of scoring; {@code churn-service.yml} describes each.
 *
 * @param bands what bands are made of
 * @param highFrom probability from which a shopper is at high risk, where bands are made of probabilities
 * @param mediumFrom probability from which a shopper is at risk at all
 * @param saveProbability share of leavers whom a contact keeps
 * @param contactCost of one contact, in {@code currency}
 * @param highValueFrom expected value of a contact from which the band is high
 * @param currency of the shop
 * @param meaningfulChange of the probability: a smaller one in the same band is not published
 * @param liveWithin how old an event may be to count as happening now
 * @param publishedReasons how many go out with a score
 */
@Validated
@ConfigurationProperties("perennial.churn.scoring")
public record ScoringProperties(
        BandRule.@NotNull Basis bands,
        @DecimalMin("0") @DecimalMax("1") double highFrom,
        @DecimalMin("0") @DecimalMax("1") double mediumFrom,
        @DecimalMin("0") @DecimalMax("1") double saveProbability,
        @PositiveOrZero double contactCost,
        @PositiveOrZero double highValueFrom,
        @NotNull Currency currency,
        @DecimalMin("0") @DecimalMax("1") double meaningfulChange,
        Duration liveWithin,
        @Min(0) int publishedReasons) {

    BandRule rule() {
        return new BandRule(bands, highFrom, mediumFrom, saveProbability, contactCost, highValueFrom);
    }

    /** The amount as money of the shop, to the cent. */
    @Nullable Money money(@Nullable Double amount) {
        return amount == null
                ? null
                : new Money(BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN), currency);
    }

    @AssertTrue(message = "medium-from must not be above high-from") boolean isOrdered() {
        return mediumFrom <= highFrom;
    }
}
