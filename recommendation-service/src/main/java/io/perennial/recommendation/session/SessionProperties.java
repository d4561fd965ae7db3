package io.perennial.recommendation.session;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is held of sessions and how they are compared; the service's yml describes each setting.
 *
 * @param kept clicks this old are forgotten
 * @param poll how often a replica takes in new clicks
 * @param rebuild how often it begins anew, without who has withdrawn their consent or was erased
 * @param gap a click later than this after the one before begins a session
 */
@Validated
@ConfigurationProperties("perennial.recommendation.session")
record SessionProperties(
        @DefaultValue("14d") Duration kept,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("1h") Duration rebuild,
        @DefaultValue("30m") Duration gap,
        @Min(1) @DefaultValue("1000000") int sessions,
        @Min(2) @Max(1000) @DefaultValue("50") int length,
        @Min(1) @DefaultValue("500000") int products,
        @Min(1) @Max(5000) @DefaultValue("250") int sessionsPerProduct,
        @Valid @DefaultValue Similar similar,
        @Valid @DefaultValue Steps steps) {

    /** How similar sessions count. */
    record Similar(
            @Min(1) @DefaultValue("250") int neighbours,
            @Positive @DefaultValue("0.8") double clickSteps,
            @Positive @DefaultValue("15") double sessionDays,
            @Positive @DefaultValue("0.5") double matchSteps,
            @Positive @DefaultValue("5.5") double distanceSteps,
            @PositiveOrZero @DefaultValue("2") double rareness,
            @PositiveOrZero @DefaultValue("0.9") double before) {}

    /** How steps from the last clicks count beside them. */
    record Steps(
            @PositiveOrZero @DecimalMax("1") @DefaultValue("0.17")
            double share,

            @Min(1) @DefaultValue("3") int steps,
            @Min(1) @DefaultValue("3") int clicks,

            @PositiveOrZero @DecimalMax("1") @DefaultValue("0.5")
            double earlier,

            @Positive @DefaultValue("5") double days) {}

    SessionBounds bounds() {
        return new SessionBounds(sessions, length, sessionsPerProduct, products, gap);
    }

    NeighbourWeights weights() {
        return new NeighbourWeights.VStan(
                similar.neighbours,
                similar.clickSteps,
                similar.sessionDays,
                similar.matchSteps,
                similar.distanceSteps,
                similar.rareness,
                similar.before);
    }

    StepWeights stepWeights() {
        return new StepWeights(steps.share, steps.steps, steps.clicks, steps.earlier, steps.days);
    }
}
