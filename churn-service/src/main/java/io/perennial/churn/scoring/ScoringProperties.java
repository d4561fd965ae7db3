package io.perennial.churn.scoring;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of scoring; {@code churn-service.yml} describes each.
 *
 * @param highFrom probability from which a shopper is at high risk
 * @param mediumFrom probability from which a shopper is at medium risk
 * @param meaningfulChange of the probability: a smaller one in the same band is not published
 * @param liveWithin how old an event may be to count as happening now
 * @param publishedReasons how many go out with a score
 */
@Validated
@ConfigurationProperties("perennial.churn.scoring")
public record ScoringProperties(
        @DecimalMin("0") @DecimalMax("1") double highFrom,
        @DecimalMin("0") @DecimalMax("1") double mediumFrom,
        @DecimalMin("0") @DecimalMax("1") double meaningfulChange,
        Duration liveWithin,
        @Min(0) int publishedReasons) {

    /** The risk that the probability is. */
    public Band band(double probability) {
        if (probability >= highFrom) {
            return Band.HIGH;
        }
        return probability >= mediumFrom ? Band.MEDIUM : Band.LOW;
    }

    @AssertTrue(message = "medium-from must not be above high-from") boolean isOrdered() {
        return mediumFrom <= highFrom;
    }
}
